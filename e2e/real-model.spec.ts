import { choose, downloaded, openLane, openRace } from "./playground-page";
import { expect, test } from "./test";

test("a method becomes a script for a real model, and can be saved", async ({ page }) => {
  await page.goto("methods/lora/");
  await page.getByRole("button", { name: "Take it to a real model" }).click();
  const dialog = page.getByRole("dialog", { name: "LoRA on a real model" });
  const script = dialog.getByRole("region", { name: "The script" });
  await expect(script).toContainText('default="openai-community/gpt2"');

  await choose(dialog, /Model on the Hugging Face Hub$/, "roberta-base");
  await expect(script).toContainText("AutoModelForSequenceClassification.from_pretrained");
  await expect(script).toContainText('target_modules=["attention.self.query", "attention.self.value"]');

  const saved = await downloaded(page, dialog.getByRole("button", { name: "Save the script (.py)" }));
  expect(saved.name).toBe("lora-roberta-base.py");
  expect(saved.bytes.toString("utf8")).toBe(await script.locator("code").textContent());
  const notebook = await downloaded(page, dialog.getByRole("button", { name: "Save the notebook (.ipynb)" }));
  expect(notebook.name).toBe("lora-roberta-base.ipynb");
  expect(JSON.parse(notebook.bytes.toString("utf8"))).toMatchObject({ nbformat: 4 });

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a lane's options are in its script", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=4");
  const lane = await openLane(page, "LoRA");
  await lane.getByRole("button", { name: "Take it to a real model" }).click();
  const script = page
    .getByRole("dialog", { name: "LoRA on a real model" })
    .getByRole("region", { name: "The script" });
  await expect(script).toContainText("r=4,");
  await page.keyboard.press("Escape");
  await expect(lane).toBeVisible();
});

test("options that HF PEFT stops with are said so instead of a script", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&lanes=adalora(rank=4;targetRank=4)&steps=4");
  const lane = await openLane(page, "AdaLoRA");
  await lane.getByRole("button", { name: "Take it to a real model" }).click();
  const dialog = page.getByRole("dialog", { name: "AdaLoRA on a real model" });
  await expect(dialog.getByText(/Choose a target rank below the initial one/)).toBeVisible();
  await expect(dialog.getByRole("region", { name: "The script" })).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Save the script (.py)" })).toHaveCount(0);
});
