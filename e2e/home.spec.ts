import { expect, test } from "playwright/test";

test("the race moves without a click: recorded at first, then live", async ({ page }) => {
  // The base is held back, so that the recording has the stage to itself for a while.
  let letBaseIn = (): void => {};
  const held = new Promise<void>((resolve) => {
    letBaseIn = resolve;
  });
  await page.route("**/checkpoints/*.safetensors", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");

  const race = page.getByRole("region", { name: "Race of 5 methods" });
  const summary = race.getByRole("paragraph").filter({ hasText: /^Step/ }).first();
  const step = async (): Promise<number> =>
    Number((await summary.innerText()).match(/^Step ([\d,]+) of/)?.[1]?.replaceAll(",", ""));
  await expect(race.getByText("Thin lines with hollow points were recorded earlier on")).toBeVisible();
  await expect(race.getByText("The live engine takes over as soon as it is ready.")).toBeVisible();
  await expect(race.getByText("recorded", { exact: true })).toBeVisible();
  await expect(summary).toContainText(
    /^Step \d+ of \d+: \S+ is ahead with \d+\s?% of unseen questions right/,
  );
  const first = await step();
  await expect.poll(step).toBeGreaterThan(first);
  await expect(race.getByRole("img", { name: "is ahead with" })).toBeVisible();

  letBaseIn();
  await expect(race.getByText("live", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(race.getByText("are computed in this page, now, on WebAssembly")).toBeVisible();
  await expect(race.getByText("Thin lines with hollow points were recorded earlier on")).toBeVisible();
  await expect(summary).toContainText("is ahead with", { timeout: 60_000 });
  const live = await step();
  await expect.poll(step, { timeout: 60_000 }).toBeGreaterThan(live);
});

test("the race stands still where motion is not wanted, until it is asked for", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  const race = page.getByRole("region", { name: "Race of 5 methods" });
  await expect(race.getByText("The live engine is ready: press Play.")).toBeVisible({ timeout: 60_000 });
  await expect(race.getByText("recorded", { exact: true })).toBeVisible();
  await race.getByRole("button", { name: "Play", exact: true }).click();
  await expect(race.getByText("live", { exact: true })).toBeVisible();
});

test("the recording may be missing: the race is then live alone", async ({ page }) => {
  await page.route("**/runs/home-race.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  const race = page.getByRole("region", { name: "Race of 5 methods" });
  await expect(race.getByText("The recorded race could not be loaded.")).toBeVisible();
  await expect(race.getByText("live", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Playground" }).click();
  await expect(page).toHaveTitle("Playground · Tuning Playground");
});
