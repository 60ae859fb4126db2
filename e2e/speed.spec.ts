import { expect, test } from "./test";

test("what a step of every method costs is measured as the page opens", async ({ page }) => {
  await page.goto("speed/");
  await expect(page.getByRole("heading", { name: "Speed, honestly" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText(/^Measured on WebAssembly/, { timeout: 120_000 });
  const cells = (method: string) =>
    page.getByRole("row", { name: new RegExp(`^${method}`) }).getByRole("cell");
  const number = async (method: string, column: number): Promise<number> =>
    Number.parseFloat((await cells(method).nth(column).innerText()).replaceAll(",", ""));
  const [parameters, time, work] = [0, 1, 2];
  for (const method of ["Full fine-tuning", "Adapter", "Prefix-tuning", "P-tuning", "LoRA"]) {
    expect(await number(method, parameters), method).toBeGreaterThan(0);
    expect(await number(method, time), method).toBeGreaterThan(0);
  }
  // The gradient of frozen weights is a third of the arithmetic; nothing like the fiftieth that the parameters suggest.
  const share = (await number("LoRA", work)) / (await number("Full fine-tuning", work));
  expect(share).toBeGreaterThan(0.6);
  expect(share).toBeLessThan(0.75);
  // DoRA needs operations that we have no kernels for.
  await expect(cells("DoRA").nth(time)).toContainText("not replayed: square");
  await expect(cells("LoRA").nth(time)).not.toContainText("not replayed");
  await page.getByRole("button", { name: "Measure again" }).click();
  await expect(page.getByRole("status")).toContainText("Measuring");
});
