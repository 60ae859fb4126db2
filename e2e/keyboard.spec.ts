import type { Locator, Page } from "playwright/test";
import { raceEnd } from "./playground-page";
import { expect, test } from "./test";

/** Tabs on until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 90; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${control} cannot be reached with the Tab key`);
}

test("from the first page to a finished race and an answered question without a mouse", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  await tabTo(page, page.getByRole("navigation").getByRole("link", { name: "Playground" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle("Playground · Tuning Playground");

  await tabTo(page, page.getByRole("button", { name: /\bBase$/ }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("toolbox-t");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /\bBase$/ })).toContainText("toolbox-tiny");

  await tabTo(page, page.getByRole("button", { name: "Batch size, steps, seed" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Batch size, steps, seed" });
  await tabTo(page, dialog.getByRole("textbox", { name: "Steps" }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/steps=20/);

  const play = page.getByRole("button", { name: "Play", exact: true });
  await expect(play).toBeEnabled({ timeout: 60_000 });
  await tabTo(page, play);
  await page.keyboard.press("Enter");
  await raceEnd(page);

  await tabTo(page, page.getByRole("textbox", { name: "Ask your own" }));
  await page.keyboard.type("blorp");
  await page.keyboard.press("Enter");
  const answers = page.getByRole("row", { name: /^blorp/ });
  await expect(answers.getByRole("cell")).toHaveCount(7);
  await expect(answers).toContainText("%");

  await tabTo(
    page,
    page.getByRole("button", { name: /^The transformer|^Attention|frozen|trainable here/ }).first(),
  );
});

test("space plays and pauses while the curves have the focus", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("playground/?v=1&base=toolbox-tiny&steps=5000");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled({ timeout: 60_000 });
  await tabTo(page, page.getByRole("group", { name: "Curves. The space key plays and pauses." }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
});
