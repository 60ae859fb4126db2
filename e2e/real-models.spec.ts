import type { Locator, Page } from "playwright/test";
import { expect, test } from "./test";

/** A row of the table of counts. */
function row(page: Page, method: string): Locator {
  return page
    .getByRole("region", { name: /^Counted for/ })
    .getByRole("row", { name: new RegExp(`^${method}`) });
}

async function chooseModel(page: Page, id: string): Promise<void> {
  await page.getByRole("button", { name: /Model$/ }).click();
  await page.getByRole("searchbox", { name: "Search models" }).fill(id);
  await page.getByRole("option", { name: id, exact: true }).click();
}

/** The field for the config.json of a model of one's own. */
async function openConfig(page: Page): Promise<Locator> {
  await page.getByText("Another model, by its config.json").click();
  return page.getByRole("textbox", { name: "config.json of the model" });
}

const tinyGpt2 = { model_type: "gpt2", n_layer: 2, n_embd: 64, n_head: 4, vocab_size: 500, n_positions: 32 };

test("methods are counted on a real model, beside the figures that others published", async ({ page }) => {
  await page.goto("real-models/");
  await expect(page).toHaveTitle("On a real model · Tuning Playground");
  await expect(row(page, "Full fine-tuning")).toContainText("3,212,749,824");
  await expect(row(page, "LoRA")).toContainText("2,293,760");
  const pTuning = row(page, "P-tuning");
  await expect(pTuning).toContainText("28,382,208");
  await expect(pTuning).toContainText("61,440");
  await expect(pTuning.getByRole("cell").last()).toContainText("huggingface/peft");

  await chooseModel(page, "gpt2-medium");
  await expect(row(page, "LoRA")).toContainText("786,432");
  await page.getByRole("button", { name: "Change the options of LoRA" }).click();
  const dialog = page.getByRole("dialog", { name: "Options of LoRA" });
  const rank = dialog.getByRole("textbox", { name: "Rank r" });
  await rank.fill("4");
  await rank.press("Enter");
  await page.keyboard.press("Escape");
  await expect(row(page, "LoRA")).toContainText("393,216");
  await expect(row(page, "LoRA")).toContainText("1.57");
  await expect(page.getByText("--model gpt2-medium --method lora --option r=4")).toBeVisible();

  await page.getByRole("checkbox", { name: "Full fine-tuning" }).press("Space");
  await expect(row(page, "Full fine-tuning")).toHaveCount(0);
});

test("a classification head is counted with every method, where the model can have one", async ({ page }) => {
  await page.goto("real-models/");
  await chooseModel(page, "roberta-base");
  const classifier = page.getByRole("switch", { name: "Add a classification head" });
  await classifier.press("Space");
  await expect(row(page, "LoRA")).toContainText((294_912 + 592_130).toLocaleString("en"));
  await chooseModel(page, "whisper-small");
  await expect(classifier).toBeDisabled();
  await expect(row(page, "LoRA")).toContainText("884,736");
});

test("a published count sets the page, and memory is told for both precisions", async ({ page }) => {
  await page.goto("real-models/");
  await page.getByRole("button", { name: "Set the page to: Prefix-tuning, num_virtual_tokens=50" }).click();
  await expect(row(page, "Prefix-tuning")).toContainText("2,867,200");
  await expect(row(page, "Prefix-tuning").getByRole("cell").last()).toContainText("2,867,200");

  const memory = page.getByRole("region", { name: "Memory while training" });
  await memory.getByText("Show as a table").click();
  const full = memory.getByRole("row", { name: /^Full fine-tuning/ });
  await expect(full.getByRole("cell")).toHaveText([/^6.43.GB$/, /^6.43.GB$/, /^38.6.GB$/, /^51.4.GB$/]);
  await memory.getByRole("radio", { name: "fp32" }).click();
  await expect(full.getByRole("cell")).toHaveText([/^12.9.GB$/, /^12.9.GB$/, /^25.7.GB$/, /^51.4.GB$/]);

  const wrong = page.getByRole("region", { name: "Printed, but wrong" });
  await expect(wrong.getByRole("listitem").filter({ hasText: "t5-v1_1-small" })).toContainText("10,240");
});

test("the keyboard alone chooses model, methods and options", async ({ page }) => {
  await page.goto("real-models/");
  await page.getByRole("button", { name: /Model$/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("gpt3-175");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Counted for gpt3-175b" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Adapter", exact: true }).focus();
  await page.keyboard.press("Space");
  const change = page.getByRole("button", { name: "Change the options of Adapter" });
  await change.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Bottleneck" }).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("16");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(change).toBeFocused();
  await expect(row(page, "Adapter")).toContainText("77,859,840");
  await expect(row(page, "Adapter")).toContainText("77.9M");
});

test("the address carries all that is counted", async ({ page }) => {
  await page.goto("real-models/");
  await chooseModel(page, "gpt2-medium");
  await page.getByRole("checkbox", { name: "Full fine-tuning" }).press("Space");
  await page.getByRole("button", { name: "Change the options of LoRA" }).click();
  await page.getByRole("textbox", { name: "Rank r" }).fill("4");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(row(page, "LoRA")).toContainText("393,216");
  expect(page.url()).toContain("real-models/?model=gpt2-medium&methods=prefix-tuning,p-tuning,lora&lora.r=4");

  await page.goto("about:blank");
  await page.goto("real-models/?model=openai-community/gpt2-medium&methods=lora&lora.r=4&precision=fp32");
  await expect(row(page, "LoRA")).toContainText("393,216");
  await expect(row(page, "P-tuning")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "fp32" })).toBeChecked();
});

test("a model that is misspelt is offered its neighbours", async ({ page }) => {
  await page.goto("real-models/");
  await page.getByRole("button", { name: /Model$/ }).click();
  const search = page.getByRole("searchbox", { name: "Search models" });
  await search.fill("robreta-base");
  await expect(page.getByText("Did you mean")).toBeVisible();
  await page.getByRole("option", { name: "roberta-base", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Counted for roberta-base" })).toBeVisible();
  await page.getByRole("button", { name: /Model$/ }).click();
  await search.fill("xyzzy");
  await expect(page.getByText("No such model in the list")).toBeVisible();
});

test("any model is counted by its config.json, pasted or from a file", async ({ page }) => {
  await page.goto("real-models/?methods=full,lora");
  const field = await openConfig(page);
  await field.fill(JSON.stringify({ ...tinyGpt2, _name_or_path: "me/mine" }));
  await expect(
    page.getByRole("status").filter({ hasText: "This is mine: 134,144 parameters." }),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "Counted for mine" })).toBeVisible();
  await expect(row(page, "Full fine-tuning")).toContainText("134,144");
  await expect(page.getByText("--config config.json --method lora")).toBeVisible();

  // The link alone brings it back.
  const link = page.url();
  await field.fill("");
  await expect(page.getByRole("heading", { name: "Counted for Llama-3.2-3B" })).toBeVisible();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(row(page, "Full fine-tuning")).toContainText("134,144");
  await expect(field).toHaveValue(/"n_embd": 64/);

  // A listed model may be looked at in between; the text stays.
  await chooseModel(page, "gpt2");
  await expect(row(page, "Full fine-tuning")).toContainText("124,439,808");
  await page.getByRole("button", { name: "Count this model" }).click();
  await expect(row(page, "Full fine-tuning")).toContainText("134,144");

  await page.locator("input[type=file]").setInputFiles({
    name: "config.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ ...tinyGpt2, n_layer: 3 })),
  });
  await expect(row(page, "Full fine-tuning")).toContainText("184,128");
});

test("a wrong config.json is told apart by what is wrong, in both languages, and is not lost", async ({
  page,
}) => {
  await page.goto("real-models/");
  const field = await openConfig(page);
  const said = page.locator("details").getByRole("status");
  await field.fill("hidden_size: 768");
  await expect(said).toHaveText(/This is not JSON\. Paste the whole config\.json/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("[]");
  await expect(said).toHaveText(/is not a config/);
  await field.fill("{}");
  await expect(said).toHaveText(/model_type is missing/);
  await field.fill('{"peft_type": "LORA"}');
  await expect(said).toHaveText(/config of an adapter/);
  await field.fill('{"model_type": "lama"}');
  await expect(said).toHaveText(/Did you mean .*llama/);
  await field.fill('{"model_type": "a-new-kind-of-net"}');
  await expect(said).toHaveText(/cannot be counted yet/);
  await field.fill('{"model_type": "bert", "hidden_size": -64}');
  await expect(said).toHaveText(
    "“hidden_size” cannot be -64. Put a whole number from 1 to 16,777,216 there.",
  );
  await field.fill(JSON.stringify({ ...tinyGpt2, n_layer: 2e9 }));
  await expect(said).toHaveText(/“n_layer” cannot be 2000000000\. Put a whole number from 1 to 4,096/);
  await field.fill('{"model_type": "bert"}');
  await expect(said).toHaveText(/“\w+” is missing\./);
  await expect(page.getByRole("heading", { name: "Counted for Llama-3.2-3B" })).toBeVisible();

  await page.reload();
  await expect(field).toHaveValue('{"model_type": "bert"}');
  await page.getByRole("link", { name: "中文" }).click();
  await expect(said).toHaveText(/^缺少“\w+”。请粘贴完整的 config\.json，或者补上这一行。$/);
});
