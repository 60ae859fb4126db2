import { openEnginePage } from "./engine-page/open";
import { expect, test } from "./test";

test("the kernels this browser takes on wasm, relaxed SIMD where it has it, compute what plain JavaScript computes", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const taken: string[] = [];
  page.on("request", (request) => {
    const [, name] = /\/(kernels[\w-]*)\.wasm$/.exec(request.url()) ?? [];
    if (name && request.resourceType() === "fetch") taken.push(name);
  });
  await openEnginePage(page);
  const { fused, worst } = await page.evaluate(() => window.enginePage.differences("wasm", 30));
  expect(taken).toEqual(["kernels-relaxed"]);
  expect(fused).toBe(true);
  for (const [name, difference] of Object.entries(worst)) expect(difference, name).toBeLessThan(1e-5);
});
