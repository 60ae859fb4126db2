import { openEnginePage } from "./engine-page/open";
import { expect, test } from "./test";

test("a model writes on WebGPU what it writes in plain JavaScript, reading back every eight tokens", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openEnginePage(page);
  const { expected, found } = await page.evaluate(() => window.enginePage.texts("webgpu"));
  expect(found.texts).toEqual(expected.texts);
  expect(found.logProbs.length).toBe(expected.logProbs.length);
  found.logProbs.forEach((logProb, i) => {
    expect(Math.abs(logProb - expected.logProbs[i]!)).toBeLessThan(1e-3);
  });
  // Three times up to twelve tokens, read after eight and at the end: the ids, and their log-probabilities.
  expect(found.reads).toBe(12);
  expect(found.leaked).toBe(0);
});
