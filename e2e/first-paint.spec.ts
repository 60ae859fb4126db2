import { expect, test } from "playwright/test";

/** Scripts never come. */
test.beforeEach(({ page }) => page.route("**/assets/*.js", () => {}));

for (const [prefix, title, lessons, step, base, methods] of [
  ["", /^Watch fine-tuning happen/, "Lessons", /^Why does B start at zero/, "Base", "Methods"],
  ["zh/", /^亲眼看微调/, "课程", /^B 为什么要从零开始/, "基座", "方法"],
] as const)
  test(`pages are there before a script has come: /${prefix}`, async ({ page }) => {
    if (prefix)
      await page.addInitScript(() => localStorage.setItem("tuning-playground.settings", '{"language":"zh"}'));
    await page.goto(`./${prefix}`, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.goto(`${prefix}lessons/lora/zero/`, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1, name: step })).toBeVisible();
    await expect(page.getByRole("link", { name: lessons, exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await page.goto(`${prefix}playground/`, { waitUntil: "commit" });
    await expect(page.getByRole("button", { name: `toolbox-micro ${base}`, exact: true })).toBeVisible();
    await page.goto(`${prefix}methods/`, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1, name: methods })).toBeVisible();
    await page.goto(`${prefix}methods/?compare=lora,dora`, { waitUntil: "commit" });
    await expect(page.getByRole("navigation").first()).toBeVisible();
    // What the query asks for is drawn later; until then nothing else is shown in its place.
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
  });

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

test("the page draws the same over it", async ({ page }) => {
  await page.goto("./", { waitUntil: "commit" });
  const words = page.getByRole("heading", { level: 1 }).locator("..");
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
      const [head, words, side, nav] = [
        "main header:has(nav)",
        "article > div:first-of-type",
        "article > div:last-of-type",
        "main nav:has(> a)",
      ] as const;
      const seen = async (): Promise<readonly unknown[]> => {
        // Forced to measure, the browser does not wait for the styles as it does before it paints.
        await page.waitForFunction(() =>
          [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].every(({ sheet }) => sheet),
        );
        await page.evaluate(() => document.fonts.ready);
        return Promise.all(
          [head, words, side, nav].map(async (part) => [
            await page.locator(part).boundingBox(),
            // The head says which steps were seen, the figure that it is live.
            (part === words || part === nav) && (await page.locator(part).innerText()),
          ]),
        );
      };
      await page.goto(`lessons/${place}/`, { waitUntil: "commit" });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const before = await seen();
      await page.unroute("**/assets/*.js");
      await page.reload();
      // Once drawn, the page notes where the reader is.
      await page.waitForFunction((key) => localStorage.getItem(key) !== null, "tuning-playground.lessons");
      expect(await seen()).toEqual(before);
    });

test("a link that is followed before the page answers leads where it says", async ({ page }) => {
  await page.goto("lessons/lora/", { waitUntil: "commit" });
  await page.getByRole("link", { name: "Methods" }).click({ noWaitAfter: true });
  await expect(page).toHaveURL(/\/methods\/$/);
  await expect(page.getByRole("heading", { level: 1, name: "Methods" })).toBeVisible();
});

test("a button that was pressed before the page could answer is pressed when it can", async ({ page }) => {
  let letIn: () => void = () => {};
  const allowed = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.unroute("**/assets/*.js");
  await page.route("**/assets/*.js", async (route) => {
    await allowed;
    await route.continue();
  });
  await page.goto("lessons/lora/", { waitUntil: "commit" });
  await page.getByRole("button", { name: "Show me without guessing" }).click();
  letIn();
  await expect(page.getByRole("heading", { level: 2, name: "Why", exact: true })).toBeVisible();
});
