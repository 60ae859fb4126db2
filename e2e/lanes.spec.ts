import {
  exportedCsv,
  openLane,
  openRace,
  playToEnd,
  readCurves,
  stepReached,
  stepShown,
} from "./playground-page";
import { expect, test } from "./test";

test("reset begins the same race again", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=20");
  await playToEnd(page);
  const first = await exportedCsv(page);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled();
  await expect.poll(() => stepShown(page)).toBe(0);
  await playToEnd(page);
  expect(await exportedCsv(page)).toBe(first);
});

test("one step at a time, then on", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=10");
  for (let step = 1; step <= 3; step++) {
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await stepReached(page, step);
    expect(await stepShown(page)).toBe(step);
  }
  await playToEnd(page);
  const rows = (await readCurves(page)).get("LoRA") ?? [];
  expect(rows.map(({ step }) => step)).toEqual(Array.from({ length: 11 }, (_, step) => step));
});

test("a learning rate changes while the race runs, and the race goes on", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=5000");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await stepReached(page, 30);
  const before = await stepShown(page);
  const lane = await openLane(page, "LoRA");
  await lane.getByRole("textbox", { name: "Learning rate, exactly" }).fill("0.0003");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/lora\(lr@\d+=0\.0003\)/);
  await page.keyboard.press("Escape");
  expect(await stepShown(page)).toBeGreaterThanOrEqual(before);
  await stepReached(page, before + 30);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("paused", { exact: true })).toBeVisible();
  for (const [lane, rows] of await readCurves(page)) {
    expect(
      rows.map(({ step }) => step),
      lane,
    ).toEqual(rows.map((_, i) => i));
    expect(rows.length, lane).toBeGreaterThan(before + 30);
  }
});

test("an adapter that is taken off gives the base back, and put on again its own answers", async ({
  page,
}) => {
  await openRace(page, "v=1&base=toolbox-tiny&lanes=full,lora&steps=40");
  await playToEnd(page);
  await page.getByRole("textbox", { name: "Ask your own" }).fill("blorp");
  await page.getByRole("button", { name: "Ask all" }).click();
  const own = page.getByRole("row", { name: /^blorp/ }).getByRole("cell");
  // Cells: the right answer (none for a made-up word), the base, full, LoRA.
  const [base, full, lora] = [own.nth(1), own.nth(2), own.nth(3)];
  await expect(full).toContainText("%");
  const answered = (await full.textContent()) ?? "";
  const bare = (await base.textContent()) ?? "";
  expect(answered).not.toBe(bare);

  const attached = page.getByTitle("Disable full").getByRole("switch");
  await attached.focus();
  await page.keyboard.press("Space");
  await expect(full).toHaveText(bare);
  await expect(lora).not.toHaveText(bare);
  const table = page.getByRole("table").filter({ has: page.getByRole("row", { name: /^blorp/ }) });
  const questions = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
  for (const row of await questions.all()) {
    const cells = await row.getByRole("cell").allInnerTexts();
    expect(cells[2]).toBe(cells[1]);
  }
  const put = page.getByTitle("Enable full").getByRole("switch");
  await put.focus();
  await page.keyboard.press("Space");
  await expect(full).toHaveText(answered);
});
