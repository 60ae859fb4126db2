import { expect, test } from "playwright/test";

/** Scripts never come. */
test.beforeEach(({ page }) => page.route("**/assets/*.js", () => {}));

for (const [locale, title, lessons] of [
  ["en-GB", /^Watch fine-tuning happen/, "Lessons"],
  ["zh-CN", /^亲眼看微调/, "课程"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the first page is there before a script has come", async ({ page }) => {
      await page.goto("./", { waitUntil: "commit" });
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const lesson = page.getByRole("navigation").getByRole("link", { name: lessons });
      await expect(lesson).toHaveAttribute("href", "#/lessons");
    });

    test("other pages show the head of every page, and nothing of the first", async ({ page }) => {
      await page.goto("./#/playground", { waitUntil: "commit" });
      await expect(page.getByRole("navigation").getByRole("link", { name: lessons })).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
    });
  });
}

test("of a reader's languages the first that the page speaks is there at once, and stays", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "languages", { value: ["fr-FR", "zh-CN", "en-GB"] });
    // What was stored here is spoilt: it says nothing.
    localStorage.setItem("tuning-playground.settings", JSON.stringify({ language: "enough" }));
  });
  const title = page.getByRole("heading", { level: 1, name: /^亲眼看微调/ });
  await page.goto("./", { waitUntil: "commit" });
  await expect(title).toBeVisible();
  await page.unroute("**/assets/*.js");
  await page.reload();
  await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
  await expect(title).toBeVisible();
});

test("a query behind the first page's place leaves it the first page", async ({ page }) => {
  await page.goto("./#/?x=1", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the page draws the same over it", async ({ page }) => {
  await page.goto("./", { waitUntil: "commit" });
  const words = page.getByRole("main").locator(".page-head");
  const before = await words.innerHTML();
  await page.unroute("**/assets/*.js");
  await page.reload();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  expect(await words.innerHTML()).toBe(before);
});
