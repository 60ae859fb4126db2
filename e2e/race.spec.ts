import { heldOutLosses, openRace, playToEnd, readCurves, trainIn } from "./playground-page";
import { expect, test } from "./test";

test("all five methods lower their held-out loss on wasm", async ({ page }) => {
  await openRace(page, "v=1&steps=60");
  await expect(page.getByText(/^WebAssembly, .*, fused kernels\. Why: /)).toBeVisible();
  await playToEnd(page);
  const curves = await readCurves(page);
  expect([...curves.keys()]).toEqual(["full", "adapter", "prefix", "P-tuning", "LoRA"]);
  for (const [lane, rows] of curves) {
    const losses = heldOutLosses(rows);
    expect(rows.at(-1)?.step, lane).toBe(60);
    expect(losses.at(-1), `held-out loss of ${lane}`).toBeLessThan(losses[0] ?? 0);
  }
});

test("lanes spread over two workers take the same steps as in one", async ({ page }) => {
  await page.goto("lessons/");
  const race = "v=1&base=toolbox-nano&steps=12&batch=8";
  await trainIn(page, "1 worker");
  await openRace(page, race);
  await playToEnd(page);
  const alone = await readCurves(page);
  await page.goto("lessons/");
  await trainIn(page, "2 workers");
  await page.reload();
  await openRace(page, race);
  await expect(page.getByText(/^WebAssembly, .*, 2 workers, fused kernels\. Why: /)).toBeVisible();
  await playToEnd(page);
  const spread = await readCurves(page);
  expect(spread.size).toBe(5);
  expect([...spread]).toEqual([...alone]);
});
