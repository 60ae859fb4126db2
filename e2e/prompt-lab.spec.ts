import type { Locator, Page } from "playwright/test";
import { findings } from "./axe";
import { expect, test } from "./test";

/** Tabs on until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${control} cannot be reached with the Tab key`);
}

test("a prompt is composed, followed and compared without a mouse, and comes back with its link", async ({
  page,
}) => {
  await page.goto("prompt-lab/");
  await expect(page.getByText("The model is ready.")).toBeVisible({ timeout: 60_000 });

  // The arrow keys walk through the demonstrations; a press changes a label, buttons move the one that is chosen.
  const whale = page.getByRole("button", { name: "Demonstration 1: whale" });
  await tabTo(page, whale);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const prompt = page.getByRole("textbox", { name: "The prompt as the model reads it" });
  await expect(prompt).toHaveValue("whale object key object ant animal ship object mouse");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Later" }));
  await page.keyboard.press("Enter");
  await expect(prompt).toHaveValue("key object whale object ant animal ship object mouse");

  const bars = page.getByRole("list", { name: "Probability of the next token" });
  await expect(bars.getByRole("button").first()).toHaveAccessibleName(
    /^Write (animal|object), probability \d/,
  );
  await tabTo(page, prompt);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" unicorn");
  await expect(page.getByText("The model does not know this token: unicorn.")).toBeVisible();
  for (let i = 0; i < " unicorn".length; i++) await page.keyboard.press("Backspace");
  await tabTo(page, page.getByRole("button", { name: "Write the most likely token" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /^10: .*written after the prompt$/ })).toBeVisible();

  // Two variants are left, and both are asked all questions.
  for (let left = 4; left > 2; left--) {
    await tabTo(page, page.getByRole("button", { name: /^Remove 16 demonstrations, / }).first());
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("heading", { name: `${left - 1} variants, the same questions` }),
    ).toBeVisible();
  }
  const ask = page.getByRole("button", { name: "Ask 200 questions" });
  await expect(ask).toBeEnabled({ timeout: 60_000 });
  await tabTo(page, ask);
  await page.keyboard.press("Enter");
  const scores = page.getByRole("list", { name: "Share of 200 held-out questions answered right" });
  await expect(page.getByRole("button", { name: "Ask again" })).toBeVisible({ timeout: 60_000 });
  await expect(scores.getByRole("listitem").nth(1)).toContainText("200 of 200 right");
  expect(await findings(page), "in English").toEqual([]);

  await page.reload();
  await expect(prompt).toHaveValue("key object whale object ant animal ship object mouse");
  await expect(page.getByRole("heading", { name: "2 variants, the same questions" })).toBeVisible();
  await page.getByRole("link", { name: "中文" }).press("Enter");
  await page.getByRole("radio", { name: "连续运算" }).press("Space");
  await expect(page.getByText("正确答案：7")).toBeVisible();
  await expect(page.getByText("模型已就绪。")).toBeVisible({ timeout: 60_000 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await findings(page), "in Chinese, dark").toEqual([]);
});
