import type { Page } from "playwright/test";
import { findings } from "./axe";
import { lessonIds, stepTitles } from "./lesson-steps";
import { expect, test } from "./test";

/** What the buttons say. Every step is walked through in Chinese, and a step of each lesson is looked at in English too. */
const words = {
  skip: "不猜了，直接看",
  live: /^实时/,
  train: /^训练/,
  ask: /^问 \d+ 个问题$/,
  again: "再问一遍",
  pause: "暂停",
  step: /^第 [1-9]\d* 步$/,
  why: "看看为什么",
  how: "这是怎么测的",
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

type Theme = "light" | "dark";

/** Axe on the step as it is now; what is around it is looked at elsewhere. */
async function look(page: Page, what: string, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  expect.soft(await findings(page, "main"), `${what}, ${theme}`).toEqual([]);
}

/** Presses play by keyboard and sees a few steps: that it trains; another test runs one to its end. */
async function runAWhile(page: Page): Promise<void> {
  await expect(page.getByText(words.live)).toBeVisible({ timeout: 60_000 });
  await tabTo(page, "button", words.train);
  await page.keyboard.press("Enter");
  const pause = page.getByRole("button", { name: words.pause });
  await expect(pause).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(words.step)).toBeVisible({ timeout: 60_000 });
  await pause.press("Enter");
}

/** Asks a frozen model by keyboard, until the last answer has come. */
async function askAll(page: Page): Promise<void> {
  await expect(page.getByText(words.live)).toBeVisible({ timeout: 60_000 });
  await tabTo(page, "button", words.ask);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words.again })).toBeVisible({ timeout: 120_000 });
}

/** Lessons whose races follow a reader's choices: preferences.spec.ts makes some, and runs one. */
const chosen = ["preferences", "policy", "reward-hacking"];

// A finding says where it is; recorded, every look would take half as long again.
test.use({ trace: "off" });
// The longest file of all: both workers take from it.
test.describe.configure({ mode: "parallel" });

for (const [place, id] of lessonIds.entries())
  test(`lesson ${id} by keyboard, with a live run and axe in both themes and languages`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`zh/lessons/${id}/`);
    const heading = page.getByRole("heading", { level: 1 });
    const titles = stepTitles(id, "zh");
    let hasRun = false;
    let hasGuessed = false;
    for (const [step, title] of titles.entries()) {
      if (step > 0) await page.keyboard.press("ArrowRight");
      await expect(heading).toHaveText(title);
      await expect(page.locator("article > div:last-of-type > *")).toBeVisible();
      // Every other step is looked at in the dark, and every other lesson begins there.
      const theme = (step + place) % 2 === 0 ? "light" : "dark";
      const skip = page.getByRole("button", { name: words.skip });
      if ((await skip.count()) > 0) {
        // What is covered before the guess must not be reached either; the cover is the same everywhere.
        if (!hasGuessed) await look(page, `${title}, before the guess`, theme);
        hasGuessed = true;
      }
      const has = async (name: RegExp) => (await page.getByRole("button", { name }).count()) > 0;
      const isTrained = await has(words.train);
      const run = isTrained ? runAWhile : (await has(words.ask)) ? askAll : null;
      if (!hasRun && run && !chosen.includes(id)) {
        await run(page);
        hasRun = true;
        await heading.click();
      }
      if ((await skip.count()) > 0) await skip.first().click();
      await expect(skip).toHaveCount(0);
      for (const name of [words.why, words.how])
        for (const button of await page.getByRole("button", { name }).all()) await button.click();
      await look(page, title, theme);
      await heading.click();
    }
    expect(hasRun).toBe(!chosen.includes(id));
    await page.getByRole("link", { name: "English" }).click();
    await expect(heading).toHaveText(stepTitles(id, "en").at(-1)!);
    await look(page, stepTitles(id, "en").at(-1)!, "light");
    await page.goto("zh/lessons/");
    const steps = titles.length;
    await expect(page.getByText(new RegExp(`${steps} / ${steps}`)).first()).toBeVisible();
  });
