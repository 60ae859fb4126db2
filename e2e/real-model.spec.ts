import { unzipSync } from "fflate";
import { choose, downloaded, openLane, openRace } from "./playground-page";
import { readTensorFile } from "./tensor-file";
import { expect, test } from "./test";

test("a method becomes a script for a real model, and can be saved", async ({ page }) => {
  await page.goto("#/methods/lora");
  await page.getByRole("button", { name: "Take it to a real model" }).click();
  const dialog = page.getByRole("dialog", { name: "LoRA on a real model" });
  const script = dialog.getByRole("region", { name: "The script" });
  await expect(script).toContainText('default="openai-community/gpt2"');

  await choose(dialog, /Model on the Hugging Face hub$/, "roberta-base");
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

test("an adapter is saved as HF PEFT keeps it, and a method without a class says so", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=4");
  const lora = await openLane(page, "LoRA");
  const saved = await downloaded(page, lora.getByRole("button", { name: "Save as HF PEFT (.zip)" }));
  expect(saved.name).toBe("toolbox-tiny-past-tense-lora-peft.zip");
  const files = unzipSync(new Uint8Array(saved.bytes));
  expect(Object.keys(files).sort()).toEqual(["adapter_config.json", "adapter_model.safetensors"]);
  const config = JSON.parse(Buffer.from(files["adapter_config.json"]!).toString("utf8"));
  expect(config).toMatchObject({ peft_type: "LORA", r: 4, target_modules: ["q_proj", "v_proj"] });
  const { tensors } = readTensorFile(Buffer.from(files["adapter_model.safetensors"]!));
  const name = "base_model.model.model.decoder.layers.0.self_attn.q_proj.lora_A.weight";
  expect(tensors.get(name)?.shape).toEqual([4, 16]);
  await page.keyboard.press("Escape");

  const adapter = await openLane(page, "adapter");
  await adapter.getByRole("button", { name: "Save as HF PEFT (.zip)" }).click();
  await expect(adapter.getByText("Hugging Face PEFT has no class for this method")).toBeVisible();
});
