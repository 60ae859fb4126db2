import { openRace, stepReached, stepShown } from "./playground-page";
import { expect, test } from "./test";

test("playground and lessons share one worker, which ends when nobody uses it; the race is there again", async ({
  page,
}) => {
  // Workers for lanes are started by the trainer: Playwright counts the trainers.
  await openRace(page, "v=1&base=toolbox-tiny&lanes=full,lora&steps=200");
  for (let step = 1; step <= 3; step++) {
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await stepReached(page, step);
  }
  await page.getByRole("textbox", { name: "Ask your own" }).fill("blorp");
  await page.getByRole("button", { name: "Ask all" }).click();
  const answers = page.getByRole("row", { name: /^blorp/ }).getByRole("cell");
  await expect(answers.nth(2)).toContainText("%");
  const answered = await answers.allTextContents();
  expect(page.workers()).toHaveLength(1);

  // By links: another document would begin with nothing.
  const go = (name: string) => page.getByRole("navigation").getByRole("link", { name }).click();
  await go("Lessons");
  await page.getByRole("main").getByRole("link", { name: "LoRA", exact: true }).first().click();
  await page.getByRole("button", { name: "Show me without guessing" }).first().click();
  await page.getByRole("button", { name: /^Train/ }).click();
  await expect(page.getByText(/^step [1-9]/)).toBeVisible({ timeout: 60_000 });
  expect(page.workers()).toHaveLength(1);

  await go("About");
  await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBe(0);

  await go("Playground");
  await expect.poll(() => page.workers().length).toBe(1);
  expect(await stepShown(page)).toBe(3);
  await page.getByRole("button", { name: "Ask all" }).click();
  await expect(answers.nth(2)).toContainText("%");
  expect(await answers.allTextContents()).toEqual(answered);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await stepReached(page, 4);
});
