import type { Page } from "playwright/test";
import { playToEnd } from "./playground-page";
import { expect, test } from "./test";

test.use({ serviceWorkers: "allow" });

/** Waits until the service worker has all scripts, and the document of the page is kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const address = location.href.split("?")[0] ?? "";
    while (!(await caches.match(address))) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

const race = "playground/?v=1&base=toolbox-tiny&lanes=lora&steps=5";

test("what was visited works without a network, also a race; everything does once it is kept", async ({
  page,
  context,
}) => {
  await page.goto("lessons/lora/zero/");
  await kept(page);
  await page.goto(race);
  await playToEnd(page);
  await kept(page);

  await context.setOffline(true);
  await page.goto("lessons/lora/zero/");
  await expect(page.getByRole("heading", { level: 1, name: "Why does B start at zero?" })).toBeVisible();
  await page.goto(race);
  await playToEnd(page);
  await page.goto("methods/vera/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "No network, and this page is not on your device",
  );

  await context.setOffline(false);
  await page.goto("about/");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: /^Keep everything for offline use \(\d+ MB\)$/ }).click();
  await expect(page.getByText("Everything is on this device.")).toBeVisible({ timeout: 120_000 });
  await context.setOffline(true);
  await page.goto("methods/vera/");
  await expect(page.getByRole("heading", { level: 1, name: "VeRA" })).toBeVisible();
  await page.goto("playground/?v=1&base=phrases-micro&task=sentiment&lanes=lora&steps=3");
  await playToEnd(page);
});

test("pages that a former version left are fetched again", async ({ page }) => {
  await page.goto("about/");
  await kept(page);
  // A first visit has no former version to replace.
  await expect(page.getByRole("button", { name: "Load it now" })).toHaveCount(0);
  const address = page.url();
  await page.evaluate(async (about) => {
    const cache = await caches.open("tuning-playground-pages");
    await cache.put(about, new Response("a former version"));
    await cache.put(new URL("version", document.baseURI).href, new Response("former.js"));
  }, address);
  const keptText = () => page.evaluate(async (about) => (await caches.match(about))?.text(), address);
  expect(await keptText()).toBe("a former version");
  await page.reload();
  await expect.poll(keptText).toContain("<h1");
});
