import { downloaded, openLane, openRace, parseCurves, playToEnd } from "./playground-page";
import { readTensorFile } from "./tensor-file";
import { expect, test } from "./test";

const steps = 12;

test("picture, curves and adapters can be taken along", async ({ page }) => {
  await openRace(page, `v=1&base=toolbox-tiny&steps=${steps}`);
  await playToEnd(page);

  const picture = await downloaded(
    page,
    page.getByRole("button", { name: "Save the chart as a PNG picture" }),
  );
  expect(picture.name).toBe("toolbox-tiny-past-tense.png");
  expect(picture.bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  await expect(page.getByText("Picture saved.")).toBeVisible();
  expect(await coloursOf(page, picture.bytes)).toBeGreaterThan(8);

  const curves = await downloaded(page, page.getByRole("button", { name: "Save the curves as a CSV file" }));
  expect(curves.name).toBe("toolbox-tiny-past-tense.csv");
  const rows = parseCurves(curves.bytes.toString("utf8"));
  expect(rows).toHaveLength(5 * (steps + 1));
  for (const { step, loss, heldOutLoss, score } of rows) {
    if (step > 0) expect(loss).toBeGreaterThan(0);
    else expect(loss).toBeNull();
    if (step === 0 || step === steps || heldOutLoss !== null) expect(heldOutLoss).toBeGreaterThan(0);
    if (heldOutLoss === null) expect(score).toBeNull();
    else expect([score ?? -1, 1 - (score ?? 2)].every((share) => share >= 0)).toBe(true);
  }

  const lanes = page.getByRole("region", { name: "Lanes" }).getByRole("listitem");
  for (const [i, name] of ["full", "adapter", "prefix", "P-tuning", "LoRA"].entries()) {
    const said = (await lanes.nth(i).innerText()).replaceAll(",", "");
    const kept = Number(said.match(/(\d+) saved/)?.[1] ?? said.match(/(\d+) trainable/)?.[1]);
    const dialog = await openLane(page, name);
    const saved = await downloaded(page, dialog.getByRole("button", { name: "Save adapter" }));
    const { metadata, tensors, dataBytes } = readTensorFile(saved.bytes);
    expect(kept, name).toBeGreaterThan(0);
    expect(dataBytes, name).toBe(4 * kept);
    const numbers = [...tensors.values()].flatMap((tensor) => [...tensor.numbers]);
    expect(numbers, name).toHaveLength(kept);
    expect(numbers.every(Number.isFinite), name).toBe(true);
    expect(metadata).toMatchObject({ base: "toolbox-tiny", task: "past-tense", step: String(steps) });

    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: saved.name, mimeType: "application/octet-stream", buffer: saved.bytes });
    await expect(dialog.getByText("Loaded: the lane now answers with it.")).toBeVisible();
    await page.keyboard.press("Escape");
  }
});

/** How many colours a PNG has: an empty picture has one or two. */
function coloursOf(page: import("playwright/test").Page, png: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return new Set(new Uint32Array(Uint8Array.from(pixels).buffer)).size;
  }, png.toString("base64"));
}
