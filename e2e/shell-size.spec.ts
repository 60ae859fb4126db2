import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "./test";

const limit = 150_000;

/** The entry and all that it imports at once, as the built page lists them. */
function shellScripts(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    ([, path]) => path!,
  );
}

test("what comes before the first paint is small, and is all that comes before it", async ({ page }) => {
  const scripts = shellScripts(readFileSync("dist/index.html", "utf8"));
  const sizes = scripts.map((path) => [path, gzipSync(readFileSync(`dist/${path}`)).length] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(limit);

  // Every other script is held back: the page must stand without it.
  await page.route("**/assets/*.js", async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    if (scripts.includes(path)) await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByRole("link", { name: "Lessons" }).first()).toBeVisible();
  // What is there before a script has come does not answer: only React changes the theme.
  await page.waitForFunction(() => document.documentElement.dataset.hydrated !== undefined);
  await page.getByRole("button", { name: "Switch to the dark theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
