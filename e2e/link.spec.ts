import { choose, exportedCsv, openLane, openRace, playToEnd, stepReached } from "./playground-page";
import { expect, test } from "./test";

test("a link restores exactly the run it was copied from", async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openRace(page);
  await choose(page, /Base$/, "toolbox-tiny");
  await choose(page, /Task$/, "Chinese numerals");

  const removed = await openLane(page, "adapter");
  await removed.getByRole("button", { name: "Remove this lane" }).click();
  await page.keyboard.press("Escape");
  const prefix = await openLane(page, "prefix");
  await choose(prefix, /Method$/, "LoRA");
  await page.keyboard.press("Escape");
  const twin = await openLane(page, "LoRA 1");
  await twin.getByRole("textbox", { name: "Rank r" }).fill("2");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const narrow = await openLane(page, "LoRA r = 2");
  await narrow.getByRole("textbox", { name: "Learning rate, exactly" }).fill("0.02");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Batch size, steps, seed" }).click();
  const exact = page.getByRole("dialog", { name: "Batch size, steps, seed" });
  for (const [name, value] of Object.entries({ Batch: "8", Steps: "10", Seed: "7" })) {
    await exact.getByRole("textbox", { name }).fill(value);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(
    /playground\/\?v=1&task=numerals&base=toolbox-tiny&lanes=full,lora\(rank=2;lr=0\.02\),p-tuning,lora&batch=8&steps=10&seed=7$/,
  );
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await stepReached(page, 1);
  const changed = await openLane(page, "P-tuning");
  await changed.getByRole("textbox", { name: "Learning rate, exactly" }).fill("0.005");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/p-tuning\(lr@1=0\.005\)/);
  await playToEnd(page);
  const csv = await exportedCsv(page);
  await page.getByRole("button", { name: "Copy the link to this race" }).click();
  await expect(page.getByText("Link copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(baseURL ?? "?")).toBe(true);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openRace(other, link.split("?")[1]);
  await playToEnd(other);
  expect(await exportedCsv(other)).toBe(csv);
  expect(csv.split("\r\n")).toHaveLength(1 + 4 * 11 + 1);
  await elsewhere.close();
});
