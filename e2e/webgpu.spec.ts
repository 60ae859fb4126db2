import type { Page } from "playwright/test";
import {
  type CurveRow,
  computeOn,
  heldOutLosses,
  openRace,
  readCurves,
  stepReached,
  trainingLosses,
} from "./playground-page";
import { expect, test } from "./test";

// One block, width 16, small batches: a GPU that is drawn in software takes milliseconds for every dispatch. The rates
// are lower than the base's own, which were swept with batches of 32.
const lanes = "full(lr=0.003),adapter(lr=0.03),prefix-tuning(lr=0.1),p-tuning(lr=0.03),lora(lr=0.03)";
const link = `v=1&base=toolbox-tiny&batch=4&steps=50&lanes=${lanes}`;
const compared = 10;

/** Plays until every lane has been evaluated after the steps that are compared. */
async function firstSteps(page: Page): Promise<ReadonlyMap<string, readonly CurveRow[]>> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await stepReached(page, compared + 1);
  return readCurves(page);
}

test("all five methods learn on WebGPU, with the losses that wasm computes", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  await page.goto("lessons/");
  await computeOn(page, "WebGPU");
  await openRace(page, link);
  await expect(page.getByText(/^WebGPU, .* Why: chosen in the settings\./)).toBeVisible();
  const onGpu = await firstSteps(page);
  // Nothing more is asked of it, and it would slow down what follows.
  await page.close();

  const other = await browser.newPage(baseURL ? { baseURL } : {});
  await openRace(other, link);
  await expect(other.getByText(/^WebAssembly, /)).toBeVisible();
  const onWasm = await firstSteps(other);
  await other.close();

  expect(onGpu.size).toBe(5);
  expect([...onGpu.keys()]).toEqual([...onWasm.keys()]);
  for (const [lane, rows] of onGpu) {
    const heldOut = heldOutLosses(rows.filter(({ step }) => step <= compared));
    expect(heldOut.length, lane).toBeGreaterThan(1);
    expect(heldOut.at(-1), `held-out loss of ${lane}`).toBeLessThan(heldOut[0] ?? 0);
    const here = trainingLosses(rows).slice(0, compared);
    const there = trainingLosses(onWasm.get(lane) ?? []).slice(0, compared);
    expect(there).toHaveLength(compared);
    for (const [i, loss] of there.entries()) {
      const difference = Math.abs((here[i] ?? Number.NaN) - loss) / Math.max(1, loss);
      expect(difference, `${lane}, step ${i + 1}`).toBeLessThan(1e-3);
    }
  }
});
