import type { Locator, Page } from "playwright/test";
import { openRace, playToEnd } from "./playground-page";
import { expect, test } from "./test";

const race = "v=1&base=toolbox-tiny&lanes=full,adapter,lora,prompt-tuning&steps=30";

/** Opens one of the tools, by keyboard: the arrow keys walk through the tabs. */
async function openTool(page: Page, name: string): Promise<Locator> {
  const card = page.getByRole("region", { name: "A closer look" });
  await card.getByRole("tab", { name: "Merge" }).click();
  const tab = card.getByRole("tab", { name });
  for (let i = 0; i < 5 && (await tab.getAttribute("aria-selected")) !== "true"; i++) {
    await page.keyboard.press("ArrowRight");
  }
  const panel = card.getByRole("tabpanel", { name });
  await expect(panel).toBeVisible();
  return panel;
}

test("merging says how equal it is, and why some lanes cannot be merged", async ({ page }) => {
  await openRace(page, race);
  await playToEnd(page);
  const tool = await openTool(page, "Merge");
  await expect(tool.getByRole("button", { name: "adapter: merge into the base" })).toBeDisabled();
  await expect(tool.getByText(/^Cannot be merged into the base\. There is a nonlinearity/)).toBeVisible();
  await tool.getByRole("button", { name: "LoRA: merge into the base" }).focus();
  await page.keyboard.press("Enter");
  await expect(tool.getByText(/^Largest difference of a logit: .*\s×\s10⁻/)).toBeVisible();
  const same = await tool.getByText(/^The same answer at/).textContent();
  const [, part, whole] = /at ([\d,]+) of ([\d,]+) places/.exec(same ?? "") ?? [];
  expect(part).toBe(whole);
  await expect(tool.getByText(/Measured at step 30/)).toBeVisible();
});

test("a text is written by several lanes at several strengths, and taken back", async ({ page }) => {
  await openRace(page, race);
  await playToEnd(page);
  const tool = await openTool(page, "Decode step by step");
  await tool.getByRole("textbox", { name: "Input" }).fill("walk");
  const tokens = tool.getByRole("list", { name: "Tokens written" }).getByRole("listitem");
  const next = tool.getByRole("button", { name: "Next token" });
  const by = (name: string) => tool.getByRole("button", { name, exact: true }).click();

  await by("LoRA");
  const chances = tool.getByRole("list", { name: "LoRA: what would come next" });
  await expect(chances.getByRole("listitem")).toHaveCount(5);
  const atFirst = await chances.innerText();
  await next.click();
  await expect(tokens).toHaveCount(1);
  await expect(tokens.first()).toContainText("written by LoRA at scale 1.00");

  await expect.poll(() => chances.innerText()).not.toBe(atFirst);
  const asTrained = await chances.innerText();
  await tool.getByRole("slider", { name: "Adapter scale" }).focus();
  await page.keyboard.press("Home");
  await expect(tool.getByRole("slider")).toHaveValue("0");
  await expect.poll(() => chances.innerText()).not.toBe(asTrained);
  const atNone = await chances.innerText();
  await by("base");
  await expect(tool.getByRole("slider")).toBeDisabled();
  await expect
    .poll(() => tool.getByRole("list", { name: "base: what would come next" }).innerText())
    .toBe(atNone);

  await next.click();
  await expect(tokens).toHaveCount(2);
  await expect(tokens.last()).toContainText("written by base");
  await by("prompt");
  await expect(tool.getByRole("switch", { name: "Adapter on" })).toBeChecked();
  await tool.getByRole("button", { name: "Write to the end" }).click();
  await expect.poll(() => tokens.count()).toBeGreaterThan(2);
  const written = await tokens.count();
  await tool.getByRole("button", { name: "Undo a token" }).click();
  await expect(tokens).toHaveCount(written - 1);
  await tool.getByRole("button", { name: "Start over" }).click();
  await expect(tokens).toHaveCount(0);

  // The pen changes hands while it writes to the end, and it can be laid down. The page's clock stands still, so that
  // a token comes when the test says.
  const breath = 600;
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await by("LoRA");
  await tool.getByRole("button", { name: "Write to the end" }).click();
  await expect(tokens.first()).toContainText("written by LoRA");
  await by("prompt");
  await page.clock.runFor(breath);
  await expect(tokens.nth(1)).toContainText("written by prompt");
  await tool.getByRole("button", { name: "Start over" }).click();
  await tool.getByRole("button", { name: "Write to the end" }).click();
  await expect(tokens).toHaveCount(1);
  await tool.getByRole("button", { name: "Stop" }).click();
  await expect(tool.getByRole("button", { name: "Write to the end" })).toBeEnabled();
  await page.clock.runFor(3 * breath);
  await expect(tokens).toHaveCount(1);
  await page.clock.resume();

  await tool.getByRole("textbox", { name: "Input" }).fill("汉字");
  await expect(tool.getByRole("status").filter({ hasText: "汉" })).toBeVisible();
});

test("the bars of a class follow the strength", async ({ page }) => {
  await openRace(page, "v=1&base=phrases-micro&task=sentiment&lanes=lora&steps=5");
  await playToEnd(page);
  const tool = await openTool(page, "Decode step by step");
  const bars = tool.getByRole("list", { name: "LoRA: its answer" });
  await expect(bars.getByRole("listitem")).toHaveCount(2);
  const before = await bars.innerText();
  await tool.getByRole("slider", { name: "Adapter scale" }).focus();
  await page.keyboard.press("End");
  await expect.poll(() => bars.innerText()).not.toBe(before);
  await expect(tool.getByRole("button", { name: "Next token" })).toHaveCount(0);
});

test("soft prompts are translated, and move away from the words they began as", async ({ page }) => {
  await openRace(page, race);
  const tool = await openTool(page, "Soft prompts");
  const prompt = tool.getByRole("region", { name: "prompt", exact: true });
  await expect(prompt.getByText("8 of 8 vectors still point exactly where a token does.")).toBeVisible();
  await expect(prompt.getByText(/nearest neighbour usually has cosine \d\.\d\d/)).toBeVisible();
  await expect(prompt.getByRole("row")).toHaveCount(9);
  await playToEnd(page);
  await tool.scrollIntoViewIfNeeded();
  await expect(prompt.getByText("8 of 8 vectors still point exactly where a token does.")).toHaveCount(0);
});

test("the change of a matrix is shown by its singular values, LoRA’s cut at its rank", async ({ page }) => {
  await openRace(page, race);
  const tool = await openTool(page, "Weight change");
  await expect(tool.getByText(/^No lane has changed this matrix/)).toBeVisible();
  await playToEnd(page);
  await tool.scrollIntoViewIfNeeded();
  const sentence = tool.getByText(
    /^full changed this matrix by .* LoRA may use 4; the strongest 4 of full hold/,
  );
  await expect(sentence).toBeVisible();
  await expect(tool.getByRole("img", { name: /^full changed this matrix/ })).toBeVisible();
  await tool.getByText("Show as a table").click();
  const lora = tool.getByRole("row", { name: /^LoRA/ });
  await expect(lora.getByRole("cell").nth(1)).toHaveText("4");
  await expect(lora.getByRole("cell").nth(2)).toContainText("100");
  await tool.getByRole("button", { name: /Matrix looked at$/ }).click();
  await page.getByRole("option", { name: "MLP up", exact: true }).click();
  await expect(lora.getByRole("cell").first()).toHaveText("not touched");
});

test("a trap is switched on beside its sound twin, does not learn, and is switched off again", async ({
  page,
}) => {
  await openRace(page, race);
  const lanes = page.getByRole("region", { name: "Lanes" }).getByRole("listitem");
  await expect(lanes).toHaveCount(4);
  const tool = await openTool(page, "Traps");
  const trap = tool.getByRole("listitem").filter({ hasText: "LoRA with both factors zero" });
  const flip = tool.getByRole("switch", { name: "LoRA with both factors zero" });
  await flip.focus();
  await page.keyboard.press("Space");
  await expect(lanes).toHaveCount(5);
  await expect(page).toHaveURL(/lora\(.*init=both-zero/);
  const fifth = tool.getByRole("switch", { name: "A prefix of zeros" });
  await expect(fifth).toBeDisabled();
  await expect(tool.getByText("There is no room for 2 more lanes.").first()).toBeVisible();

  await tool.getByRole("button", { name: "Play this race" }).click();
  await expect(page.getByRole("button", { name: "Run again" })).toBeEnabled({ timeout: 60_000 });
  const losses = trap.getByRole("definition");
  await expect(losses).toHaveCount(3);
  const [base, sound, trapped] = await losses.allInnerTexts();
  const ends = (text = ""): string[] => text.split(" → ");
  expect(ends(trapped)).toEqual([base, base]);
  expect(ends(sound)[0]).toBe(base);
  expect(ends(sound)[1]).not.toBe(base);

  await flip.focus();
  await page.keyboard.press("Space");
  await expect(lanes).toHaveCount(4);
});

test("a trap that finds no room can have the race to itself", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&lanes=full,adapter,bitfit,lora,ia3&steps=10");
  const tool = await openTool(page, "Traps");
  await tool.getByRole("button", { name: "A prefix of zeros: race these two alone" }).click();
  await expect(page.getByRole("region", { name: "Lanes" }).getByRole("listitem")).toHaveCount(2);
  await expect(tool.getByRole("switch", { name: "A prefix of zeros" })).toBeChecked();
});
