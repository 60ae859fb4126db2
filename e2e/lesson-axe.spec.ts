import type { Page } from "playwright/test";
import { findings } from "./axe";
import { lessonIds, stepTitles } from "./lesson-steps";
import { expect, test } from "./test";

// A finding says where it is; recorded, every look would take half as long again.
test.use({ trace: "off" });

type Theme = "light" | "dark";

/** Axe on the step as it stands; what is around it is looked at elsewhere. `rules`: all where none are named. */
async function look(page: Page, what: string, theme: Theme, rules: readonly string[] = []): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  expect.soft(await findings(page, "main", rules), `${what}, ${theme}`).toEqual([]);
}

for (const id of lessonIds)
  test(`axe finds nothing serious in any step of ${id}, before and after the guess`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`lessons/${id}/`);
    const heading = page.getByRole("heading", { level: 1 });
    for (const [step, title] of stepTitles(id, "en").entries()) {
      if (step > 0) await page.keyboard.press("ArrowRight");
      await expect(heading).toHaveText(title);
      await expect(page.locator("article > div:last-of-type > *")).toBeVisible();
      const race = page.getByRole("region", { name: "The experiment", exact: true });
      if (await race.isVisible()) await expect(race.getByRole("img").first()).toBeVisible();
      // Before the guess too: what is covered there must not be reached either.
      for (const why of await page.getByRole("button", { name: "Show why" }).all()) await why.click();
      const skip = page.getByRole("button", { name: "Show me without guessing" });
      if (await skip.isVisible()) {
        await look(page, `${title}, before the guess`, "light");
        const option = page.getByRole("radio");
        if ((await option.count()) > 0) await option.first().check();
        await skip.click();
        await expect(skip).toHaveCount(0);
      }
      const how = page.getByRole("button", { name: "How this was measured" });
      if ((await how.count()) > 0) await how.first().click();
      await look(page, title, "light");
      // In the dark nothing but the colours differs.
      await look(page, title, "dark", ["color-contrast"]);
      await heading.click();
    }
  });
