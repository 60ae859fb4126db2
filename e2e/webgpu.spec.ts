import { expect, test } from "playwright/test";
import { computeOn, heldOutLosses, openRace, playToEnd, readCurves, trainingLosses } from "./playground-page";

// One block, width 16: each dispatch of a GPU that is drawn in software takes milliseconds.
const link = "v=1&base=toolbox-tiny&batch=8&steps=12";
const compared = 10;

test("five methods learn on WebGPU, with the losses that wasm computes", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  await page.goto("#/lessons");
  await computeOn(page, "WebGPU");
  console.time("open");
  await openRace(page, link);
  console.timeEnd("open");
  await expect(page.getByText(/^WebGPU, .* Why: chosen in the settings\./)).toBeVisible();
  console.time("play");
  await playToEnd(page);
  console.timeEnd("play");
  await expect(page.getByText(/^WebGPU, /)).toBeVisible();
  const onGpu = await readCurves(page);

  const other = await browser.newPage(baseURL ? { baseURL } : {});
  await openRace(other, link);
  await expect(other.getByText(/^WebAssembly, /)).toBeVisible();
  await playToEnd(other);
  const onWasm = await readCurves(other);
  await other.close();

  expect([...onGpu.keys()]).toEqual([...onWasm.keys()]);
  expect(onGpu.size).toBe(5);
  for (const [lane, rows] of onGpu) {
    const held = heldOutLosses(rows);
    console.log(lane, held[0], held.at(-1), heldOutLosses(onWasm.get(lane)!).at(-1));
    expect(held.at(-1), `held-out loss of ${lane}`).toBeLessThan(held[0] ?? 0);
    const here = trainingLosses(rows).slice(0, compared);
    const there = trainingLosses(onWasm.get(lane) ?? []).slice(0, compared);
    expect(there).toHaveLength(compared);
    for (const [i, loss] of there.entries()) {
      const difference = Math.abs((here[i] ?? Number.NaN) - loss) / Math.max(1, loss);
      expect(difference, `${lane}, step ${i + 1}`).toBeLessThan(1e-3);
    }
  }
});
