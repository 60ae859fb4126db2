import { expect, type Page, test } from "playwright/test";
import { methods } from "../src/methods/index";
import { openEnginePage } from "./engine-page/open";

// The contract of src/methods/contract.test.ts on WebGPU, method by method, beside plain JavaScript.

let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  await openEnginePage(page);
});

test.afterAll(() => page.close());

for (const { id, mergeable, start } of methods) {
  test(`${id} keeps its contract on WebGPU`, async () => {
    test.setTimeout(120_000);
    const { expected, found } = await page.evaluate(
      (method) => window.enginePage.contract("webgpu", method),
      id,
    );
    found.losses.forEach((loss, step) => {
      expect(Math.abs(loss - expected.losses[step]!), `loss of step ${step + 1}`).toBeLessThan(1e-3);
    });
    expect(found.losses.at(-1)).toBeLessThan(found.losses[0]!);
    if (start === "base") expect(found.start).toBeLessThan(1e-5);
    if (start === "away") expect(found.start).toBeGreaterThan(1e-5);
    expect(found.loaded).toBeLessThan(1e-5);
    expect(found.merged !== null).toBe(mergeable);
    if (found.merged !== null) expect(found.merged).toBeLessThan(1e-5);
    expect(found.baseMoved).toBe(0);
    expect(found.leaked).toBe(0);
  });
}
