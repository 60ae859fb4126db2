import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Locator, Page } from "playwright/test";
import { openLane, openRace, playToEnd } from "./playground-page";
import { readTensorFile } from "./tensor-file";
import { expect, test } from "./test";

const folder = [
  "config.json",
  "generation_config.json",
  "model.safetensors",
  "special_tokens_map.json",
  "tokenizer.json",
  "tokenizer_config.json",
];

test("a lane is exported as an adapter, as base and adapter, and as one merged model", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=4");
  await playToEnd(page);
  const lora = await openLane(page, "LoRA");

  const adapter = await exported(page, lora, /^Adapter/);
  expect(adapter.name).toBe("toolbox-tiny-past-tense-lora-adapter.zip");
  expect(Object.keys(adapter.files).sort()).toEqual([
    "README.md",
    "adapter_config.json",
    "adapter_model.safetensors",
  ]);
  const config = JSON.parse(textOf(adapter.files["adapter_config.json"]));
  expect(config).toMatchObject({ peft_type: "LORA", r: 4, target_modules: ["q_proj", "v_proj"] });
  const { tensors } = readTensorFile(Buffer.from(adapter.files["adapter_model.safetensors"]!));
  const name = "base_model.model.model.decoder.layers.0.self_attn.q_proj.lora_A.weight";
  expect(tensors.get(name)?.shape).toEqual([4, 16]);

  const both = await exported(page, lora, /^Base \+ adapter/);
  expect(Object.keys(both.files).sort()).toEqual([
    "README.md",
    "adapter/adapter_config.json",
    "adapter/adapter_model.safetensors",
    ...folder.map((file) => `base/${file}`),
  ]);
  const readme = textOf(both.files["README.md"]);
  expect(readme).toContain('PeftModel.from_pretrained(base, "./adapter")');
  expect(readme).toMatch(/tokenizer\("\?[a-z]+=", return_tensors="pt"\)/);
  expect(readme).toMatch(/On the page it answered `.*`\./);

  const merged = await exported(page, lora, /^Merged model/);
  expect(Object.keys(merged.files).sort()).toEqual(["README.md", ...folder.map((file) => `model/${file}`)]);
  const q = "model.decoder.layers.0.self_attn.q_proj.weight";
  const [before, after] = [
    both.files["base/model.safetensors"]!,
    merged.files["model/model.safetensors"]!,
  ].map((file) => readTensorFile(Buffer.from(file)).tensors.get(q)!.numbers);
  expect(after).toHaveLength(before!.length);
  expect(after).not.toEqual(before);
  await page.keyboard.press("Escape");
  await expect(lora).toBeHidden();
});

test("an export says what was saved and how large it is, and leaves the focus where it was", async ({
  page,
}) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=4");
  const lora = await openLane(page, "LoRA");
  await exported(page, lora, /^Merged model/);
  await expect(lora.getByRole("button", { name: "Export for Hugging Face" })).toBeFocused();
  await expect(lora.getByText(/^Saved toolbox-tiny-past-tense-lora-merged\.zip \(\d+ kB\)/)).toBeVisible();
});

test("what a lane cannot be exported as says why, before and after it is chosen, by keyboard too", async ({
  page,
}) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=4");
  const adapter = await openLane(page, "adapter");
  await adapter.getByRole("button", { name: "Export for Hugging Face" }).focus();
  await page.keyboard.press("Enter");
  const items = page.getByRole("menuitem");
  await expect(items).toHaveText([
    /^AdapterHF PEFT has no class for this method\.$/,
    /^Base \+ adapterHF PEFT has no class for this method\.$/,
    /^Merged modelThis method cannot be merged into the base\.$/,
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(items.nth(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(
    adapter.getByRole("status").getByText("This method cannot be merged into the base."),
  ).toBeVisible();
});

test("a classifier brings its PyTorch module along, on a phone and in Chinese", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openRace(page, "v=1&base=phrases-micro&task=sentiment&lanes=prompt-tuning&steps=2");
  await page.getByRole("link", { name: "中文" }).click();
  await page
    .getByRole("region", { name: "赛道" })
    .getByRole("button", { name: /修改这条赛道/ })
    .first()
    .click();
  const lane = page.getByRole("dialog", { name: /^赛道：/ });
  await lane.getByRole("button", { name: "导出到 Hugging Face" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "基座 + 适配器" }).click();
  const { files } = await read(await download);
  expect(Object.keys(files)).toContain("modeling_playground.py");
  expect(JSON.parse(textOf(files["base/config.json"]))).toMatchObject({
    first_token: 8,
    max_position_embeddings: 28,
    num_labels: 2,
  });
  expect(textOf(files["README.md"])).toContain("reads [CLS] at position 8");
});

async function exported(page: Page, lane: Locator, as: RegExp): Promise<Read> {
  await lane.getByRole("button", { name: "Export for Hugging Face" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: as }).click();
  return read(await download);
}

interface Read {
  readonly name: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

async function read(download: import("playwright/test").Download): Promise<Read> {
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), files: unzipSync(new Uint8Array(bytes)) };
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes!).toString("utf8");
}
