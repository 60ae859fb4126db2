import { expect, type Page, test } from "playwright/test";
import { openRace, raceEnd } from "./playground-page";

const most = 100;

/** Milliseconds that `slowness`'s loop takes on an idle core of the kind of machine the limit was set for. */
const idle = 38;

/** How many times slower than that this machine is now (never below 1): other work on it must not fail the page. */
function slowness(page: Page): Promise<number> {
  return page.evaluate((nominal) => {
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      let x = 1;
      for (let i = 0; i < 2e7; i++) x = (Math.imul(x, 1103515245) + 12345) | 0;
      return performance.now() - start + (x === 0 ? 1 : 0);
    });
    return Math.max(1, times.sort((a, b) => a - b)[7]! / nominal);
  }, idle);
}

test("the page stays responsive while six lanes train", async ({ page }) => {
  test.setTimeout(400_000);
  await openRace(page, "v=1&lanes=full,adapter,prefix-tuning,p-tuning,lora,lora(rank=8)&steps=40");
  await expect(page.getByRole("region", { name: "Lanes" }).getByRole("listitem")).toHaveCount(6);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask" });
  });
  // A page that is slow is slow every time; a hitch of the machine is not.
  const rounds: number[][] = [];
  for (let round = 0; round < 3 && rounds.every((tasks) => tasks.length > 0); round++) {
    const before = await slowness(page);
    await page.evaluate(() => {
      (window as unknown as { longTasks: number[] }).longTasks.length = 0;
    });
    if (round > 0) await page.getByRole("button", { name: "Run again" }).click();
    else await page.getByRole("button", { name: "Play", exact: true }).click();
    await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
    await raceEnd(page);
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.slice());
    const limit = most * Math.max(before, await slowness(page));
    rounds.push(tasks.filter((duration) => duration > limit));
  }
  expect(rounds.at(-1)).toEqual([]);
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
