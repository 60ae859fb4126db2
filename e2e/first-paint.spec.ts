import { expect, test } from "playwright/test";

/** Scripts never come. */
test.beforeEach(({ page }) => page.route("**/assets/*.js", () => {}));

for (const [locale, title, lessons, step, base] of [
  ["en-GB", /^Watch fine-tuning happen/, "Lessons", /^Why does B start at zero/, "Base"],
  ["zh-CN", /^亲眼看微调/, "课程", /^B 为什么要从零开始/, "基座"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the first page is there before a script has come", async ({ page }) => {
      await page.goto("./", { waitUntil: "commit" });
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const lesson = page.getByRole("navigation").getByRole("link", { name: lessons });
      await expect(lesson).toHaveAttribute("href", "#/lessons");
    });

    test("so are the steps of the lessons and the playground", async ({ page }) => {
      await page.goto("./#/lessons/lora/zero", { waitUntil: "commit" });
      await expect(page.getByRole("heading", { level: 1, name: step })).toBeVisible();
      await expect(page.getByRole("link", { name: lessons, exact: true })).toHaveAttribute(
        "aria-current",
        "page",
      );
      await page.goto("about:blank");
      await page.goto("./#/playground", { waitUntil: "commit" });
      await expect(page.getByRole("button", { name: `toolbox-micro ${base}`, exact: true })).toBeVisible();
    });

    test("other pages show the head of every page, and nothing of the first", async ({ page }) => {
      await page.goto("./#/methods", { waitUntil: "commit" });
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

for (const width of [390, 1440])
  for (const place of ["lora/zero", "great-race/three-families", "waking"])
    test(`the page draws the same over ${place}, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const parts = [".lesson-head", ".lesson-words", ".lesson-side", ".lesson-nav"];
      const seen = async (): Promise<readonly unknown[]> => {
        await page.evaluate(() => document.fonts.ready);
        return Promise.all(
          parts.map(async (part) => [
            await page.locator(part).boundingBox(),
            // The head says which steps were seen, the figure that it is live.
            [".lesson-words", ".lesson-nav"].includes(part) && (await page.locator(part).innerText()),
          ]),
        );
      };
      await page.goto(`./#/lessons/${place}`, { waitUntil: "commit" });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const before = await seen();
      await page.unroute("**/assets/*.js");
      await page.reload();
      // Once drawn, the page notes where the reader is.
      await page.waitForFunction((key) => localStorage.getItem(key) !== null, "tuning-playground.lessons");
      expect(await seen()).toEqual(before);
    });

test("a link on what is shown before the page is drawn leads where it says", async ({ page }) => {
  await page.goto("./#/lessons/lora", { waitUntil: "commit" });
  const step = page.getByRole("heading", { level: 1, name: "A narrow path beside a wide matrix" });
  await expect(step).toBeVisible();
  const methods = page.getByRole("link", { name: "Methods" });
  await methods.click();
  await expect(page).toHaveURL(/#\/methods$/);
  await expect(methods).toHaveAttribute("aria-current", "page");
  await expect(step).toHaveCount(0);
  await page.goBack({ waitUntil: "commit" });
  await expect(step).toBeVisible();
  await page.goForward({ waitUntil: "commit" });
  await expect(step).toHaveCount(0);
  await page.unroute("**/assets/*.js");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Methods" })).toBeVisible();
});

for (const [control, answer] of [
  ["Show me without guessing", ".why h2"],
  ["中文", "html[lang=zh-CN]"],
] as const)
  test(`what was pressed last before the page can answer is done when it can: ${control}`, async ({
    page,
  }) => {
    let letIn: () => void = () => {};
    const allowed = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    await page.unroute("**/assets/*.js");
    await page.route("**/assets/*.js", async (route) => {
      await allowed;
      await route.continue();
    });
    await page.goto("./#/lessons/lora", { waitUntil: "commit" });
    await page.getByRole("button", { name: control }).click();
    letIn();
    await expect(page.locator(answer)).toBeVisible();
  });
