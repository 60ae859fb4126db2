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
  await page.getByRole("option", { name: id, exact: true }).click();
}

test("methods are counted on a real model, beside the figures that others published", async ({ page }) => {
  await page.goto("#/real-models");
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

test("a fresh classifier is counted with every method, where the model can have one", async ({ page }) => {
  await page.goto("#/real-models");
  await chooseModel(page, "roberta-base");
  const classifier = page.getByRole("switch", { name: "With a fresh classifier" });
  await classifier.press("Space");
  await expect(row(page, "LoRA")).toContainText((294_912 + 592_130).toLocaleString("en"));
  await chooseModel(page, "whisper-small");
  await expect(classifier).toBeDisabled();
  await expect(row(page, "LoRA")).toContainText("884,736");
});

test("a published count sets the page, and memory is told for both precisions", async ({ page }) => {
  await page.goto("#/real-models");
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
  await page.goto("#/real-models");
  await page.getByRole("button", { name: /Model$/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("gpt3");
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
