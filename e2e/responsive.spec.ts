import type { Page } from "playwright/test";
import { type Task, watchMainThread } from "./main-thread";
import { openRace, raceEnd } from "./playground-page";
import { expect, test } from "./test";

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
  let tooLong: Task[] = [];
  for (let round = 0; round < 2 && (round === 0 || tooLong.length > 0); round++) {
    const before = await slowness(page);
    const tasks = await watchMainThread(page);
    await page.evaluate(() => {
      (window as unknown as { longTasks: number[] }).longTasks.length = 0;
    });
    if (round > 0) await page.getByRole("button", { name: "Run again" }).click();
    else await page.getByRole("button", { name: "Play", exact: true }).click();
    await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
    await raceEnd(page);
    const seen = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.slice());
    const ran = await tasks();
    expect(ran.length).toBeGreaterThan(0);
    const limit = most * Math.max(before, await slowness(page));
    // What the observer saw and the page did not compute was time that the machine gave to others.
    tooLong = seen.some((duration) => duration > limit) ? ran.filter(({ cpu }) => cpu > limit) : [];
  }
  expect(tooLong).toEqual([]);
});

test("a task that computes for long is seen by both watches", async ({ page }) => {
  await page.goto("lessons/");
  const tasks = await watchMainThread(page);
  const seen = await page.evaluate(
    (longer) =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries()[0]?.duration ?? 0)).observe({
          type: "longtask",
        });
        setTimeout(() => {
          const start = performance.now();
          while (performance.now() - start < 3 * longer);
        });
      }),
    most,
  );
  expect(seen).toBeGreaterThan(most);
  expect(Math.max(...(await tasks()).map(({ cpu }) => cpu))).toBeGreaterThan(most / 2);
});
