import { expect, test } from "./test";

test("a taste is clicked by keyboard, kept across a reload, learned, and followed by a policy", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto("preferences/");
  const pair = page.locator('[data-part="pair"]');
  const count = page.locator('[data-part="count"]');
  await pair.getByRole("button").first().focus({ timeout: 60_000 });
  await expect(page.getByText("it starts after 4 choices")).toBeVisible();
  for (const key of ["1", "3", "2", "u", "1", "1"]) {
    const before = await pair.innerText();
    await page.keyboard.press(key);
    await expect(pair).not.toHaveText(before);
  }
  await expect(count).toContainText("3 choices");
  await expect(count).toContainText("1 more choice");
  await page.reload();
  await expect(count).toContainText("3 choices");

  await page.getByRole("button", { name: /^my own/ }).click();
  await page.getByRole("option", { name: "something with a dog" }).click();
  await page.getByRole("button", { name: /label 16 more/ }).click();
  await expect(count).toContainText("19 choices", { timeout: 60_000 });
  await expect(page.getByRole("region", { name: "Liked", exact: true })).toContainText("dog");
  await expect(page.locator('[data-part="accuracy"]')).toContainText("as the reader would");
  await page.getByLabel("Type a sentence").fill("the purple dog was good");
  await expect(page.getByText("It does not know: purple")).toBeVisible();

  await page.getByRole("button", { name: /^Train for/ }).click();
  const samples = page.getByRole("region", { name: "Now" });
  await samples.getByRole("button").first().click({ timeout: 120_000 });
  await expect(page.getByRole("region", { name: /^The term of/ })).toContainText("advantage");
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Reveal the gold reward" }).click();
  await expect(page.getByText(/Neither the reward model nor the policy/)).toBeVisible();
});
