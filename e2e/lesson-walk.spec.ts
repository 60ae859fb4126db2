import type { Page } from "playwright/test";
import { findings } from "./axe";
import { lessonIds, stepTitles } from "./lesson-steps";
import { expect, test } from "./test";

const words = {
  en: {
    skip: "Show me without guessing",
    live: /^live/,
    train: /^Train/,
    ask: /^Ask \d+ questions$/,
    again: "Ask again",
    pause: "Pause",
    step: /^step [1-9]\d*$/,
    why: "Show why",
    how: "How this was measured",
    itself: "English",
  },
  zh: {
    skip: "不猜了，直接看",
    live: /^实时/,
    train: /^训练/,
    ask: /^问 \d+ 个问题$/,
    again: "再问一遍",
    pause: "暂停",
    step: /^第 [1-9]\d* 步$/,
    why: "看看为什么",
    how: "这是怎么测的",
    itself: "中文",
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

type Language = keyof typeof words;
type Theme = "light" | "dark";

/** Axe on the step as it is now; what is around it is looked at elsewhere. `rules`: all where none are named. */
async function look(page: Page, what: string, theme: Theme, rules: readonly string[] = []): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  expect.soft(await findings(page, "main", rules), `${what}, ${theme}`).toEqual([]);
}

/** Presses play by keyboard and sees a few steps: that it trains; another test runs one to its end. */
async function runAWhile(page: Page, language: Language): Promise<void> {
  await expect(page.getByText(words[language].live)).toBeVisible({ timeout: 60_000 });
  await tabTo(page, "button", words[language].train);
  await page.keyboard.press("Enter");
  const pause = page.getByRole("button", { name: words[language].pause });
  await expect(pause).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(words[language].step)).toBeVisible({ timeout: 60_000 });
  await pause.press("Enter");
}

/** Asks a frozen model by keyboard, until the last answer has come. */
async function askAll(page: Page, language: Language): Promise<void> {
  await expect(page.getByText(words[language].live)).toBeVisible({ timeout: 60_000 });
  await tabTo(page, "button", words[language].ask);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words[language].again })).toBeVisible({ timeout: 120_000 });
}

const other = { en: "zh", zh: "en" } as const;

// A finding says where it is; recorded, every look would take half as long again.
test.use({ trace: "off" });
// The longest file of all: both workers take from it.
test.describe.configure({ mode: "parallel" });

for (const [place, id] of lessonIds.entries())
  test(`lesson ${id} by keyboard in both languages, with a live run and axe`, async ({ page }) => {
    // Each step is read in one language and then in the other, in which the next one begins.
    let language: Language = place % 2 === 0 ? "en" : "zh";
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${language === "zh" ? "zh/" : ""}lessons/${id}/`);
    const heading = page.getByRole("heading", { level: 1 });
    let hasRun = false;
    let hasGuessed = false;
    for (const step of stepTitles(id, "en").keys()) {
      const title = stepTitles(id, language)[step]!;
      if (step > 0) await page.keyboard.press("ArrowRight");
      await expect(heading).toHaveText(title);
      await expect(page.locator("article > div:last-of-type > *")).toBeVisible();
      const skip = page.getByRole("button", { name: words[language].skip });
      if ((await skip.count()) > 0) {
        // What is covered before the guess must not be reached either; the cover is the same everywhere.
        if (!hasGuessed) await look(page, `${title}, before the guess`, "light");
        hasGuessed = true;
      }
      const has = async (name: RegExp) => (await page.getByRole("button", { name }).count()) > 0;
      const run = (await has(words[language].train))
        ? runAWhile
        : (await has(words[language].ask))
          ? askAll
          : null;
      if (!hasRun && run) {
        await run(page, language);
        hasRun = true;
        await heading.click();
      }
      if ((await skip.count()) > 0) await skip.first().click();
      await expect(skip).toHaveCount(0);
      for (const name of [words[language].why, words[language].how])
        for (const button of await page.getByRole("button", { name }).all()) await button.click();
      await look(page, title, "light");
      // In the dark nothing but the colours differs.
      await look(page, title, "dark", ["color-contrast"]);
      language = other[language];
      await page.getByRole("link", { name: words[language].itself }).click();
      await expect(heading).toHaveText(stepTitles(id, language)[step]!);
      await look(page, stepTitles(id, language)[step]!, "light");
      await heading.click();
    }
    expect(hasRun).toBe(true);
    await page.goto(`${language === "zh" ? "zh/" : ""}lessons/`);
    const steps = stepTitles(id, language).length;
    await expect(page.getByText(new RegExp(`${steps} (of|/) ${steps}`)).first()).toBeVisible();
  });
