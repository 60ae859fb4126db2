import { tokensHead } from "../src/model/config";
import { openEnginePage } from "./engine-page/open";
import { expect, test } from "./test";

test("our WebGPU kernels compute what plain JavaScript computes, values and gradients", async ({ page }) => {
  test.setTimeout(300_000);
  await openEnginePage(page);
  const { fused, worst } = await page.evaluate(() => window.enginePage.differences("webgpu", 12));
  expect(fused).toBe(true);
  expect(Object.keys(worst)).toHaveLength(96);
  for (const [name, difference] of Object.entries(worst)) expect(difference, name).toBeLessThan(1e-5);
});

// As deep as the bases nano, micro and mini; how many programs run does not hang on the width.
for (const { layers, full, lora } of [
  { layers: 1, full: 41, lora: 37 },
  { layers: 2, full: 67, lora: 68 },
  { layers: 4, full: 119, lora: 128 },
]) {
  test(`a training step of ${layers} layers is ${full} dispatches, with LoRA ${lora}`, async ({ page }) => {
    await openEnginePage(page);
    const config = {
      kind: "decoder",
      tied: true,
      head: tokensHead,
      heads: 2,
      layers,
      width: 16,
      context: 8,
    } as const;
    const setup = { config: { ...config, vocabulary: 16 }, batch: 2 };
    const count = (method: string): Promise<number> =>
      page.evaluate(([asked, id]) => window.enginePage.dispatches(asked, id), [setup, method] as const);
    expect(await count("full")).toBe(full);
    expect(await count("lora")).toBe(lora);
  });
}
