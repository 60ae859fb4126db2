import { expect, test } from "playwright/test";
import { openRace, playToEnd } from "./playground-page";

const most = 100;

test("the page stays responsive while six lanes train", async ({ page }) => {
  await openRace(page, "v=1&lanes=full,adapter,prefix-tuning,p-tuning,lora,lora(rank=8)&steps=60");
  await expect(page.getByRole("region", { name: "Lanes" }).getByRole("listitem")).toHaveCount(6);
  // From here on: loading is over, and what is counted is the work of the page itself.
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask" });
  });
  await playToEnd(page);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  expect(tasks.filter((duration) => duration > most)).toEqual([]);
});

test("the observer of long tasks sees one", async ({ page }) => {
  await page.goto("#/lessons");
  const seen = await page.evaluate(
    (longer) =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries()[0]?.duration ?? 0)).observe({
          type: "longtask",
        });
        setTimeout(() => {
          const start = performance.now();
          while (performance.now() - start < 2 * longer);
        });
      }),
    most,
  );
  expect(seen).toBeGreaterThan(most);
});
