import { openRace, readCurves, stepReached, stepShown } from "./playground-page";
import { expect, test } from "./test";

test("language and theme change while the race runs on", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=5000");
  await expect(page).toHaveTitle("Playground · Tuning Playground");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await stepReached(page, 40);

  const before = await stepShown(page);
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page).toHaveTitle(/^实验台/);
  await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
  expect(await stepShown(page)).toBeGreaterThanOrEqual(before);
  await stepReached(page, before + 40);

  await page.getByRole("button", { name: "换成深色" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
  await stepReached(page, before + 80);

  await page.getByRole("link", { name: "方法", exact: true }).click();
  await expect(page).toHaveTitle(/^方法/);
  await page.getByRole("link", { name: "实验台", exact: true }).click();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("paused", { exact: true })).toBeVisible();

  const curves = await readCurves(page);
  expect(curves.size).toBe(5);
  for (const [lane, rows] of curves) {
    // Step 0 to the last, none missing and none twice: nothing was lost or begun anew.
    expect(rows.length, lane).toBeGreaterThan(before + 80);
    expect(rows.map(({ step }) => step)).toEqual(rows.map((_, i) => i));
    expect(rows.slice(1).every(({ loss }) => loss !== null)).toBe(true);
  }
});

test("language and theme are remembered", async ({ page }) => {
  await page.goto("lessons/");
  await page.getByRole("link", { name: "中文" }).click();
  await page.getByRole("button", { name: "换成深色" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("heading", { level: 1, name: "课程" })).toBeVisible();
});

test("the settings open beside their button, fetched when asked for, and give the focus back", async ({
  page,
}) => {
  await page.goto("lessons/");
  const button = page.getByRole("button", { name: "Settings" });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("radio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
});
