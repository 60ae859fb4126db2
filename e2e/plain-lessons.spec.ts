import { readdirSync } from "node:fs";
import { findings } from "./axe";
import { expect, test } from "./test";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

  test("the first page leads to the lessons, and a lesson is whole", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("link", { name: "The lessons can be read without it" }).click();
    await expect(page).toHaveTitle(/^Lessons/);
    await page.getByRole("main").getByRole("link", { name: "LoRA", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Lesson 8 · LoRA" })).toBeVisible();
    await expect(page.locator("math").first()).toBeVisible();
    const picture = page.getByRole("img", { name: /^Recorded curves/ }).first();
    await expect(picture).toBeVisible();
    await expect(page.getByRole("table").first()).toContainText("110,272");
    await page.getByRole("link", { name: "中文" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "第 8 课 · LoRA" })).toBeVisible();
    await page.getByRole("link", { name: /^下一课/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^第 9 课/ })).toBeVisible();
  });
});

// Every document once: English by day, Chinese by night.
for (const [colorScheme, language] of [
  ["light", "en"],
  ["dark", "zh"],
] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 800 } });

    test("the documents are clear to everyone, and no wider than a phone", async ({ page }) => {
      const documents = readdirSync("dist/read").filter((name) => name.endsWith(`.${language}.html`));
      expect(documents.length).toBe(11);
      for (const name of documents) {
        await page.goto(`./read/${name}`);
        expect(await findings(page), name).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
          390,
        );
      }
    });
  });
}
