import { stepTitles } from "./lesson-steps";
import { expect, test } from "./test";

test("a guess is locked, run and compared with what happened, in whatever language", async ({ page }) => {
  await page.goto("lessons/lora/zero/");
  const covered = page.getByText("Shown after your guess.").first();
  await expect(covered).toBeAttached();
  const guess = page.getByRole("radio", { name: "It never learns anything" });
  await guess.check();
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page.getByRole("radio", { checked: true })).toHaveValue("stuck");
  await page.getByRole("button", { name: /^就这样/ }).click();
  await expect(page.getByText(/^第 [1-9]\d* 步$/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "English" }).click();
  // The run goes on.
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.getByText("Locked in. The run will show.")).toBeVisible();
  const verdict = page.getByText("Yes, that is what happened.");
  await expect(verdict).toBeVisible({ timeout: 200_000 });
  await expect(page.getByRole("heading", { name: "Why", exact: true })).toBeVisible();
  await expect(covered).toHaveCount(0);

  await page
    .getByRole("link", { name: stepTitles("lora", "en")[2]! })
    .last()
    .click();
  await expect(verdict).toHaveCount(0);
  await page.goBack();
  await expect(verdict).toBeVisible();
  await expect(guess).toBeChecked();
  await page.getByRole("button", { name: "Guess again" }).click();
  await expect(covered).toBeAttached();
  await expect(guess).toBeEnabled();
  await expect(guess).not.toBeChecked();
});

test("a frozen base answers one prompt that the learner changes, then all questions; the lab takes it over", async ({
  page,
}) => {
  await page.goto("lessons/in-context/random/");
  await page
    .getByRole("button", { name: /Press to flip the label/ })
    .nth(4)
    .press("Enter");
  await expect(page.getByText("1 of 16 labels are wrong.")).toBeVisible();
  const chances = page.getByRole("list", { name: /^Next token after/ });
  await expect(chances).toContainText("%", { timeout: 60_000 });
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Lock in and run" }).click();
  await expect(page.getByText(/of 200 right$/)).toHaveCount(3, { timeout: 60_000 });
  await expect(page.getByText("Locked in. The run will show.")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole("img", { name: "200 right, 0 wrong" })).toBeVisible();
  await page.getByRole("link", { name: "Open it in the prompt lab" }).click();
  await expect(page).toHaveURL(/prompt-lab\/?\?v=1&kind=prompt&task=thing-label/);
});

test("a drawn curve outlives another language and a look at another step", async ({ page }) => {
  await page.goto("lessons/adapter/");
  const handles = page.getByRole("slider");
  await expect(handles.first()).toBeDisabled();
  const start = await handles.nth(3).inputValue();
  await handles.nth(2).fill("40");
  await page.getByRole("link", { name: "中文" }).click();
  await expect(handles.nth(2)).toHaveValue("40");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("ArrowRight");
  await expect(handles).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expect(handles.nth(2)).toHaveValue("40");
  await expect(handles.nth(3)).toHaveValue(start);
});

test("a word in a sentence changes the figure and starts it; the playground takes it over", async ({
  page,
}) => {
  await page.goto("lessons/lora/alpha/");
  await page.getByRole("button", { name: "an alpha of 2" }).click();
  await expect(page.getByRole("rowheader", { name: "LoRA α = 2" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Take this to the Playground" }).click();
  await expect(page).toHaveURL(/lanes=lora\(alpha=2\)/);
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled({ timeout: 60_000 });
});

test("a step has an address, and an unknown lesson says so", async ({ page }) => {
  await page.goto("lessons/waking/new-skill/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A skill the base does not have");
  await page.goto("lessons/none/");
  await expect(page.getByText("/lessons/none")).toBeVisible();
});

test("on paper a lesson is whole, with its recorded pictures", async ({ page }) => {
  await page.goto("lessons/lora/rank/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How large must the rank be?");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const title of stepTitles("lora", "en"))
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await expect(page.getByRole("img", { name: "Recorded curves" })).toHaveCount(
    stepTitles("lora", "en").length,
  );
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How large must the rank be?");
});
