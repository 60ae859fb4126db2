import { expect, test } from "playwright/test";
import { heldOutLosses, openRace, playToEnd, readCurves } from "./playground-page";

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
