import { test as base } from "playwright/test";

export { expect } from "playwright/test";

/**
 * A page whose places are empty until its scripts draw them: what a spec finds is then what it may act on. What is shown
 * before the scripts have come has a spec of its own (first-paint.spec.ts).
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    await page.route("**/first/**", (route) => route.fulfill({ body: "" }));
    await use(page);
  },
});
