import type { Page } from "playwright/test";
import { expect, test } from "./test";

/** The link to a method in one of the boxes of the map. */
const inBox = (page: Page, box: string, method: string) =>
  page.getByRole("region", { name: box, exact: true }).getByRole("link", { name: method, exact: true });

const table = (page: Page) => page.getByRole("region", { name: "Methods side by side" });

test("the map sorts every method into its box and leads to its page", async ({ page }) => {
  await page.goto("methods/");
  await expect(inBox(page, "Addition-based", "Prefix-tuning")).toBeVisible();
  await expect(inBox(page, "Specification-based", "BitFit")).toBeVisible();
  await expect(inBox(page, "In no box, or in two", "(IA)³")).toBeVisible();
  // Presented as an addition, by its algebra a reparameterisation: it stands in both.
  await expect(inBox(page, "Addition-based", "AdapterBias")).toBeVisible();
  await expect(inBox(page, "Reparameterisation-based", "AdapterBias, by its algebra")).toBeVisible();

  await inBox(page, "Addition-based", "Adapter").click();
  await expect(page.getByRole("heading", { level: 1, name: "Adapter" })).toBeVisible();
  await expect(page.getByText("There is a nonlinearity between its two matrices")).toBeVisible();
  await expect(page.getByText("Probed from the code")).toBeVisible();
});

test("questions are answered by what was probed, and the answers are in the address", async ({ page }) => {
  await page.goto("methods/");
  const folded = page.getByRole("radiogroup", { name: "Mergeable?" });
  await folded.getByRole("radio", { name: "no", exact: true }).click();
  await expect(page).toHaveURL(/methods\/\?mergeable=no$/);
  const out = page.getByText("does not fit");
  await expect(
    page.getByRole("listitem").filter({ hasText: "LoRA" }).filter({ has: out }).first(),
  ).toBeVisible();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: /^Prefix-tuning/ })
      .filter({ has: out }),
  ).toHaveCount(0);

  await page
    .getByRole("radiogroup", { name: "Adds positions to attend to?" })
    .getByRole("radio", { name: "yes", exact: true })
    .click();
  await expect(page.getByRole("status")).toHaveText(/^5 methods of \d+ fit\.$/);
  await page.getByRole("button", { name: "Compare them" }).click();
  await expect(table(page).getByRole("columnheader", { name: "LLaMA-Adapter" })).toBeVisible();
  await expect(table(page).getByRole("columnheader", { name: "LoRA" })).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("status")).toHaveText(/^5 methods of \d+ fit\.$/);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.getByRole("status")).toHaveText(/^All \d+ methods\.$/);
});

test("a link opens a comparison, and methods come and go by keyboard", async ({ page }) => {
  await page.goto("methods/?compare=lora,dora");
  const head = table(page).getByRole("columnheader");
  await expect(head.getByRole("link")).toHaveText(["LoRA", "DoRA"]);
  const merges = table(page).getByRole("row", { name: /^Mergeable/ });
  await expect(merges.getByRole("cell").first()).toContainText("yes, outputs");

  const choose = page.getByRole("group", { name: "Methods to compare" });
  await choose.getByRole("button", { name: "adapter", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(head.getByRole("link")).toHaveText(["LoRA", "DoRA", "Adapter"]);
  await expect(page).toHaveURL(/compare=lora,dora,adapter$/);
  await expect(merges.getByRole("cell").nth(2)).toContainText("no single matrix can replace them");
  await expect(
    table(page).getByRole("img", { name: "LoRA in the block: query, value; every block" }),
  ).toBeVisible();

  await page.getByRole("button", { name: "Remove LoRA" }).press("Enter");
  await expect(head.getByRole("link")).toHaveText(["DoRA", "Adapter"]);
});

test("the block is drawn for every method, once it comes into view", async ({ page }) => {
  await page.goto("methods/");
  const gallery = page.getByRole("region", { name: "The same block, with each of them" });
  const pictures = gallery.getByRole("img");
  await expect(gallery.getByRole("listitem").first()).toBeAttached();
  const all = await gallery.getByRole("listitem").count();
  expect(await pictures.count()).toBeLessThan(all);
  for (const item of await gallery.getByRole("listitem").all()) await item.scrollIntoViewIfNeeded();
  await expect(pictures).toHaveCount(all);
});

test("three switches name the soft prompt, and a name sets the switches", async ({ page }) => {
  await page.goto("methods/");
  const soft = page.getByRole("region", { name: "Which soft prompt is which?" });
  const choice = (group: string, name: string) =>
    soft.getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true });
  await choice("Set the switches as in", "Prompt tuning").click();
  await expect(choice("The prompt is", "at the input")).toBeChecked();
  await expect(choice("It is trained", "directly")).toBeChecked();
  await expect(soft.getByRole("heading", { level: 3 })).toHaveText("Prompt tuning");

  await choice("It is trained", "through an LSTM").click();
  await expect(soft.getByRole("heading", { level: 3 })).toHaveText("P-tuning, as on LAMA");
  await choice("The base is", "trained too").click();
  await expect(soft.getByRole("heading", { level: 3 })).toHaveText("P-tuning, as on SuperGLUE");
  await expect(choice("Set the switches as in", "P-tuning, SuperGLUE")).toBeChecked();
  await choice("The prompt is", "in every layer").click();
  await expect(soft.getByRole("heading", { level: 3 })).toHaveText("None of the four");
  await expect(page).toHaveURL(/soft=layers-lstm-trained/);

  await choice("Set the switches as in", "Prefix-tuning").click();
  await expect(soft.getByRole("img")).toHaveAccessibleName(/in every layer and is trained through an MLP/);
  await soft.getByRole("link", { name: "Try Prefix-tuning" }).click();
  await expect(page).toHaveURL(/lanes=prefix-tuning\(projection=true\)/);
});
