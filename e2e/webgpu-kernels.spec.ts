import { expect, test } from "playwright/test";
import { openEnginePage } from "./engine-page/open";

test("our WebGPU kernels compute what plain JavaScript computes, values and gradients", async ({ page }) => {
  test.setTimeout(300_000);
  await openEnginePage(page);
  const { fused, worst } = await page.evaluate(() => window.enginePage.differences("webgpu", 12));
  expect(fused).toBe(true);
  expect(Object.keys(worst)).toHaveLength(60);
  for (const [name, difference] of Object.entries(worst)) expect(difference, name).toBeLessThan(1e-5);
});
