import { downloaded, openLane, openRace, playToEnd, readCurves } from "./playground-page";
import { withEveryNumber } from "./tensor-file";
import { expect, test } from "./test";

test("a lane whose loss is no number stops, says where and what to try; the others go on", async ({
  page,
}) => {
  await openRace(page, "v=1&base=toolbox-tiny&lanes=adapter,lora&steps=12");
  // An adapter of numbers so large that their products leave the range of float32.
  const lane = await openLane(page, "LoRA");
  const { bytes } = await downloaded(page, lane.getByRole("button", { name: "Save adapter" }));
  await lane.locator('input[type="file"]').setInputFiles({
    name: "huge.safetensors",
    mimeType: "application/octet-stream",
    buffer: withEveryNumber(bytes, 1e30),
  });
  await expect(lane.getByText("Loaded: the lane now answers with it.")).toBeVisible();
  await page.keyboard.press("Escape");
  await playToEnd(page);

  const stopped = page.getByRole("region", { name: "Lanes" }).getByRole("alert");
  await expect(stopped).toContainText("Stopped at step 0: diverged, the loss is NaN.");
  // Nothing is said of weights that are no numbers.
  const inspect = page.getByRole("region", { name: "A closer look" });
  await expect(inspect.getByText(/^LoRA stopped at step 0: its weights/)).toBeVisible();
  await expect(inspect.getByRole("button", { name: "LoRA: merge into the base" })).toBeDisabled();
  const curves = await readCurves(page);
  expect(curves.get("adapter")?.at(-1)).toMatchObject({ step: 12 });
  expect(curves.get("LoRA")?.some(({ step }) => step > 1)).toBe(false);

  await stopped.getByRole("button", { name: /^Try learning rate 0\.\d+$/ }).click();
  await expect(stopped).toBeHidden();
  await expect(page).toHaveURL(/lora\(lr=0\.\d+\)/);
  await playToEnd(page);
  const again = await readCurves(page);
  expect(again.get("LoRA")?.at(-1)).toMatchObject({ step: 12 });
});
