import { test as base, type Page } from "playwright/test";

export { expect } from "playwright/test";

/**
 * A page that answers once `goto` and `reload` return: until its script has come, what a spec finds is only drawn. What
 * is shown before has a spec of its own (first-paint.spec.ts), which says `waitUntil: "commit"`.
 */
export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    const { goto, reload } = page;
    const answers = async (waitUntil?: string): Promise<void> => {
      if (javaScriptEnabled && waitUntil !== "commit") await hydrated(page);
    };
    page.goto = async (url, options) => {
      const response = await goto.call(page, url, options);
      await answers(options?.waitUntil);
      return response;
    };
    page.reload = async (options) => {
      const response = await reload.call(page, options);
      await answers(options?.waitUntil);
      return response;
    };
    await use(page);
  },
});

/** Waits until the page answers, where the document is one of ours. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.getElementById("root") || document.documentElement.dataset.hydrated !== undefined,
  );
}
