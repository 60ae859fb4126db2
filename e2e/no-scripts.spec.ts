import { lessonIds, stepTitles } from "./lesson-steps";
import { expect, test } from "./test";

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

test("without scripts a lesson can be read from its first step to its last, in both languages", async ({
  page,
}) => {
  await page.goto("./");
  await page.getByRole("navigation").getByRole("link", { name: "Lessons" }).click();
  await page.getByRole("main").getByRole("link", { name: "LoRA", exact: true }).first().click();
  const titles = stepTitles("lora", "en");
  for (const title of titles) {
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
    if (title !== titles.at(-1))
      await page.getByRole("main").getByRole("navigation").last().getByRole("link").last().click();
  }
  await page.goto("zh/lessons/lora/");
  await expect(page.getByRole("heading", { level: 2, name: stepTitles("lora", "zh")[0]! })).toBeVisible();
  await expect(page.locator("math").first()).toBeVisible();
  await expect(page.getByRole("img", { name: /^事先录制的/ }).first()).toBeVisible();
  await expect(page.getByRole("table").first()).toContainText("110,272");
});

test("every lesson is whole without scripts, and no wider than a phone", async ({ page }) => {
  for (const id of lessonIds) {
    await page.goto(`zh/lessons/${id}/`);
    await expect(page.getByRole("heading", { level: 2, name: stepTitles(id, "zh")[0]! })).toBeVisible();
    for (const part of await page.locator("main, main article, main figure").all())
      expect((await part.boundingBox())?.width ?? 0, id).toBeLessThanOrEqual(390);
  }
});
