import type { Page } from "playwright/test";
import { findings } from "./axe";
import { lessonIds, stepTitles } from "./lesson-steps";
import { expect, test } from "./test";

const words = {
  en: {
    guess: /^Lock in and run/,
    skip: "Show me without guessing",
    live: /^live/,
    train: /^Train/,
    pause: "Pause",
    step: /^step [1-9]\d*$/,
  },
  zh: {
    guess: /^就这样/,
    skip: "不猜了，直接看",
    live: /^实时/,
    train: /^训练/,
    pause: "暂停",
    step: /^第 [1-9]\d* 步$/,
  },
} as const;

/** Moves the focus with the Tab key until it stands on an element of this name. */
async function tabTo(page: Page, role: "radio" | "button", name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not reach ${name}`);
}

for (const language of ["en", "zh"] as const)
  for (const [place, id] of lessonIds.entries())
    test(`lesson ${id} by keyboard, ${language}, with a live run`, async ({ page }) => {
      // Both themes are looked at, each in every other lesson and the other way round in the other language.
      const theme = (place % 2 === 0) === (language === "en") ? "light" : "dark";
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      const prefix = language === "zh" ? "zh/" : "";
      await page.goto(`${prefix}lessons/${id}/`);
      const heading = page.getByRole("heading", { level: 1 });
      let hasRun = false;
      for (const [step, title] of stepTitles(id, language).entries()) {
        if (step > 0) await page.keyboard.press("ArrowRight");
        await expect(heading).toHaveText(title);
        const figure = page.getByText(words[language].live);
        if (!hasRun && (await page.getByRole("button", { name: words[language].train }).count()) > 0) {
          await expect(figure).toBeVisible({ timeout: 60_000 });
          await tabTo(page, "button", words[language].train);
          await page.keyboard.press("Enter");
          // A few steps show that it trains; another test runs one to its end.
          const pause = page.getByRole("button", { name: words[language].pause });
          await expect(pause).toBeVisible({ timeout: 60_000 });
          await expect(page.getByText(words[language].step)).toBeVisible({ timeout: 60_000 });
          await pause.press("Enter");
          hasRun = true;
          await heading.click();
        }
        const skip = page.getByRole("button", { name: words[language].skip });
        if ((await skip.count()) > 0) await skip.first().click();
        await expect(skip).toHaveCount(0);
        if (step === 0) expect(await findings(page), title).toEqual([]);
        await heading.click();
      }
      expect(hasRun).toBe(true);
      await page.goto(`${prefix}lessons/`);
      const steps = stepTitles(id, language).length;
      await expect(page.getByText(new RegExp(`${steps} (of|/) ${steps}`)).first()).toBeVisible();
    });

test("a guess is locked, run and compared with what happened, in whatever language", async ({ page }) => {
  await page.goto("lessons/lora/zero/");
  const covered = page.getByText("Shown after your guess.").first();
  await expect(covered).toBeAttached();
  const guess = page.getByRole("radio", { name: "It never learns anything" });
  await guess.check();
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page.getByRole("radio", { checked: true })).toHaveValue("stuck");
  await page.getByRole("button", { name: words.zh.guess }).click();
  await expect(page.getByText(words.zh.step)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "English" }).click();
  // The run goes on.
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.getByText("Locked in. The run will tell.")).toBeVisible();
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
