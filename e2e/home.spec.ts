import type { Page } from "playwright/test";
import { expect, test } from "./test";

/** Holds the base back, so that what comes before the live race has the stage to itself for a while. */
async function holdBaseBack(page: Page): Promise<() => void> {
  let letBaseIn = (): void => {};
  const held = new Promise<void>((resolve) => {
    letBaseIn = resolve;
  });
  await page.route("**/checkpoints/*.safetensors", async (route) => {
    await held;
    await route.continue();
  });
  return () => letBaseIn();
}

test("the race moves without a click: recorded at first, then live", async ({ page }) => {
  const letBaseIn = await holdBaseBack(page);
  await page.goto("./");

  const race = page.getByRole("region", { name: "Race of 5 methods" });
  const summary = race.getByRole("paragraph").filter({ hasText: /^Step/ }).first();
  const step = async (): Promise<number> =>
    Number((await summary.innerText()).match(/^Step ([\d,]+) of/)?.[1]?.replaceAll(",", ""));
  await expect(race.getByText("Thin lines with hollow points were recorded earlier on")).toBeVisible();
  await expect(race.getByText("The live engine takes over as soon as it is ready.")).toBeVisible();
  await expect(race.getByText("recorded", { exact: true })).toBeVisible();
  await expect(summary).toContainText(
    /^Step \d+ of \d+: \S+ is ahead with \d+\s?% of unseen questions right/,
  );
  const first = await step();
  await expect.poll(step).toBeGreaterThan(first);
  await expect(race.getByRole("img", { name: "is ahead with" })).toBeVisible();

  letBaseIn();
  await expect(race.getByText("live", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(race.getByText("are computed in this page, now, on WebAssembly")).toBeVisible();
  await expect(race.getByText("Thin lines with hollow points were recorded earlier on")).toBeVisible();
  await expect(summary).toContainText("is ahead with", { timeout: 60_000 });
  const live = await step();
  await expect.poll(step, { timeout: 60_000 }).toBeGreaterThan(live);
});

test("the race stands still where motion is not wanted, until it is asked for", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  const race = page.getByRole("region", { name: "Race of 5 methods" });
  await expect(race.getByText("The live engine is ready: press Play.")).toBeVisible({ timeout: 60_000 });
  await expect(race.getByText("recorded", { exact: true })).toBeVisible();
  await race.getByRole("button", { name: "Play", exact: true }).click();
  await expect(race.getByText("live", { exact: true })).toBeVisible();
});

test("the recording may be missing: the race is then live alone", async ({ page }) => {
  const letBaseIn = await holdBaseBack(page);
  await page.route("**/runs/home-race*.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  const race = page.getByRole("region", { name: "Race of 5 methods" });
  await expect(race.getByText("The recorded race could not be loaded.")).toBeVisible();
  await expect(race.getByText(/^Step 0 of [\d,]+: all methods start from the same base\.$/)).toBeVisible();
  await expect(race.getByRole("button")).toHaveText(["Play"]);
  await expect(race.getByText("recorded", { exact: true })).toHaveCount(0);
  letBaseIn();
  await expect(race.getByText("live", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Playground" }).click();
  await expect(page).toHaveTitle("Playground · Tuning Playground");
});

test("parts may be lost on the way: the rest of the page stays, and they can be asked for again", async ({
  page,
}) => {
  const parts = "**/assets/{HomeRace,LessonList}-*.js";
  await page.route(parts, (route) => route.abort());
  await page.goto("./");
  const alerts = page.getByRole("alert").filter({ hasText: "This part of the page could not be shown." });
  await expect(alerts).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: "Methods" })).toBeVisible();
  await page.unroute(parts);
  for (const left of [1, 0]) {
    await alerts.first().getByRole("button", { name: "Try again" }).click();
    await expect(alerts).toHaveCount(left);
  }
  await expect(page.getByRole("region", { name: "Race of 5 methods" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Full fine-tuning" }).first()).toBeVisible();
});
