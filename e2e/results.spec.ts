import type { Locator, Page } from "playwright/test";
import { downloaded, openLane, openRace, playToEnd } from "./playground-page";
import { expect, test } from "./test";

const short = "v=1&base=toolbox-tiny&lanes=full,adapter,lora&steps=10";

const pareto = (page: Page): Locator =>
  page.getByRole("region", { name: "Accuracy against trainable parameters" });
const gain = (page: Page): Locator => page.getByRole("region", { name: "Gained against forgotten" });
const dots = (figure: Locator): Locator =>
  figure.getByRole("button", { name: /held-out accuracy|on the task/ });

test("every finished lane leaves a dot that outlives a reload, is cleared and brought back", async ({
  page,
}) => {
  await openRace(page, short);
  await expect(pareto(page)).toContainText("No run here yet.");
  await playToEnd(page);
  await expect(dots(pareto(page))).toHaveCount(3);
  await expect(dots(gain(page))).toHaveCount(3);

  await openRace(page, `${short}&seed=2`);
  await playToEnd(page);
  await expect(dots(pareto(page))).toHaveCount(6);
  // The earlier runs stay as pale dots beside those of the open race.
  await expect(dots(gain(page))).toHaveCount(6);

  await page.reload();
  await expect(dots(pareto(page))).toHaveCount(6);
  const mean = pareto(page).getByRole("switch", { name: "mean over seeds" });
  await mean.focus();
  await page.keyboard.press("Space");
  await expect(dots(pareto(page))).toHaveCount(3);
  await expect(dots(pareto(page)).first()).toHaveAccessibleName(/±.*seeds 1, 2, 10 steps of \d+/);

  const csv = await downloaded(
    page,
    pareto(page).getByRole("button", { name: "Save these runs as a CSV file" }),
  );
  expect(csv.bytes.toString("utf8").trimEnd().split("\r\n")).toHaveLength(7);
  await pareto(page).getByText("Show as a table").click();
  await expect(pareto(page).getByRole("row")).toHaveCount(4);

  await pareto(page).getByRole("button", { name: "Clear these runs" }).click();
  await expect(dots(pareto(page))).toHaveCount(0);
  await expect(pareto(page).getByRole("status")).toHaveText("6 runs cleared.");
  await pareto(page).getByRole("button", { name: "Bring them back" }).click();
  await expect(dots(pareto(page))).toHaveCount(3);
  await page.reload();
  await expect(dots(pareto(page))).toHaveCount(6);
});

test("the arrow keys walk through the dots and tell each one's run", async ({ page }) => {
  await openRace(page, short);
  await playToEnd(page);
  await dots(pareto(page)).last().focus();
  const told = new Set<string>();
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("ArrowRight");
    const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    expect(name).toMatch(/trainable.*held-out accuracy \d+.*seed 1, 10 steps of/);
    await expect(pareto(page)).toContainText(name.split(", ")[2] ?? "nothing");
    told.add(name);
  }
  expect(told.size).toBe(3);
});

test("runs of another task stand apart and can be chosen", async ({ page }) => {
  await openRace(page, short);
  await playToEnd(page);
  await openRace(page, `${short}&task=numerals`);
  await expect(dots(pareto(page))).toHaveCount(0);
  await pareto(page)
    .getByRole("button", { name: /Runs shown$/ })
    .click();
  await page.getByRole("option", { name: /Past tense/ }).click();
  await expect(dots(pareto(page))).toHaveCount(3);
});

test("spoilt storage does not keep the page from working", async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem("tuning-playground.results", '{"version":1,"runs":[{]'),
  );
  await openRace(page, short);
  await playToEnd(page);
  await expect(dots(pareto(page))).toHaveCount(3);
});

test("one rate for all lanes is warned of, explained, and taken back", async ({ page }) => {
  await openRace(page, short);
  const lanes = page.getByRole("region", { name: "Lanes" });
  const warning = lanes.getByText(/this compares learning rates, not methods/);
  await expect(warning).toBeHidden();
  const lane = await openLane(page, "LoRA");
  await lane.getByRole("button", { name: "Use this learning rate for every lane" }).click();
  await page.keyboard.press("Escape");
  await expect(warning).toBeVisible();

  await lanes.getByRole("button", { name: "Why?" }).click();
  const why = page.getByRole("dialog", { name: "Every method has its own best learning rate" });
  await expect(why.getByRole("img", { name: /LoRA: best at [\d.]+.*You set [\d.]+\./ })).toBeVisible();
  await why.getByText("Show as a table").click();
  await expect(why.getByRole("columnheader", { name: "full" })).toBeVisible();
  await page.keyboard.press("Escape");

  await lanes.getByRole("button", { name: "Give each its own learning rate" }).click();
  await expect(warning).toBeHidden();
  await expect(lanes.getByRole("heading").first()).toBeFocused();
  await expect(page).not.toHaveURL(/lr=/);
});
