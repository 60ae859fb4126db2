import type { Page } from "playwright/test";
import { methods } from "../src/methods/index";
import type { Kind } from "./engine-page/contract";
import { openEnginePage } from "./engine-page/open";
import { expect, test } from "./test";

// What src/methods/test-contract.ts asks on wasm and cpu, with the default options on WebGPU, beside plain JavaScript: the
// losses, the start, saving and loading, merging, the base left alone, nothing leaked. Gradients are compared there.

let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  await openEnginePage(page);
});

test.afterAll(() => page.close());

/** A head's task of classes is its own case; for the others the new head is the same as on an encoder. */
const onClassifier: ReadonlySet<string> = new Set(["head", "lora"]);
/** In cross attention: a change of matrices, keys in front, and what the encoder has read in front. */
const onTwoStacks: ReadonlySet<string> = new Set(["lora", "prefix-tuning", "prompt-tuning"]);
const kindsOf = (id: string): readonly Kind[] => [
  "decoder",
  "encoder",
  ...(onClassifier.has(id) ? (["classifier"] as const) : []),
  ...(onTwoStacks.has(id) ? (["encoder-decoder"] as const) : []),
];

for (const { id, mergeable, start } of methods) {
  for (const kind of kindsOf(id)) {
    test(`${id} keeps its contract on WebGPU, on the ${kind}`, async () => {
      test.setTimeout(120_000);
      const { expected, found } = await page.evaluate(
        ([method, on]) => window.enginePage.contract("webgpu", method, on),
        [id, kind] as const,
      );
      found.losses.forEach((loss, step) => {
        expect(Math.abs(loss - expected.losses[step]!), `loss of step ${step + 1}`).toBeLessThan(1e-3);
      });
      expect(found.losses.at(-1)).toBeLessThan(found.losses[0]!);
      if (start === "base") expect(found.start).toBeLessThan(1e-5);
      else expect(found.start).toBeGreaterThan(start === "near" ? 0 : 1e-5);
      if (start === "near") expect(found.start).toBeLessThan(1e-2);
      expect(found.loaded).toBeLessThan(1e-5);
      expect(found.merged !== null).toBe(mergeable);
      if (found.merged !== null) expect(found.merged).toBeLessThan(1e-5);
      expect(found.baseMoved).toBe(0);
      expect(found.leaked).toBe(0);
    });
  }
}
