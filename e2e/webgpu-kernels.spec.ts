import { expect, test } from "playwright/test";
import type { EnginePage } from "./engine-page/main";

declare global {
  interface Window {
    readonly enginePage: EnginePage;
  }
}

test("our WebGPU kernels compute what plain JavaScript computes, values and gradients", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(`http://localhost:${Number(process.env.E2E_PORT ?? 4273) + 1}/e2e/engine-page/index.html`);
  await page.waitForFunction(() => "enginePage" in window);
  const { fused, worst } = await page.evaluate(() => window.enginePage.differences("webgpu", 12));
  expect(fused).toBe(true);
  expect(Object.keys(worst)).toHaveLength(48);
  for (const [name, difference] of Object.entries(worst)) expect(difference, name).toBeLessThan(1e-5);
});
