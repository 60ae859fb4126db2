import { expect, test } from "./test";

test("a lesson that cannot be fetched says so, and comes when it is asked for again", async ({
  page,
  context,
}) => {
  await page.goto("lessons/waking/");
  await page.getByRole("navigation").first().getByRole("link", { name: "Lessons" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lessons" })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("main").getByRole("link", { name: "LoRA", exact: true }).first().click();
  await expect(page.getByRole("alert")).toContainText("This lesson could not be loaded.");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "A low-rank branch beside a big matrix" }),
  ).toBeVisible();
});

test("an address of no lesson leads on, one of no step to the first", async ({ page }) => {
  await page.goto("lessons/telepathy/");
  await expect(page.getByRole("main")).toContainText("/lessons/telepathy");
  await page.goto("lessons/lora/nowhere/");
  await expect(
    page.getByRole("heading", { level: 1, name: "A low-rank branch beside a big matrix" }),
  ).toBeVisible();
});
