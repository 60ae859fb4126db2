import type { Page } from "playwright/test";
import { downloaded, openLane, openRace, playToEnd, stepShown } from "./playground-page";
import { expect, test } from "./test";

const tiny = "v=1&base=toolbox-tiny&lanes=adapter,lora&steps=10";

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox", { name: "Ask your own" }).fill(question);
  await page.getByRole("button", { name: "Ask all" }).click();
}

test("a question that cannot be asked is told why, and the next one is answered", async ({ page }) => {
  await openRace(page, tiny);
  const card = page.getByRole("region", { name: "Held-out questions, answered now" }).first();
  for (const [question, reason] of [
    ["", "Type something to ask."],
    ["antidisestablishmentarianism", "That is too long for this base: at most 13 characters"],
    ["sn☃w", "The model does not know this: ☃."],
    ["a=b", "The model does not know this: =."],
  ] as const) {
    await ask(page, question);
    await expect(card.getByRole("status")).toContainText(reason);
  }
  await ask(page, "blorp");
  await expect(card.getByRole("status")).toContainText("Answers at step 0");
  await expect(page.getByRole("row", { name: /^blorp/ }).getByRole("cell")).toHaveCount(4);
  await playToEnd(page);
});

test("a question that is no number is refused where a number is asked for", async ({ page }) => {
  await openRace(page, "v=1&task=numerals&base=toolbox-tiny&lanes=lora&steps=10");
  for (const question of ["-5", "12.5", "seven"]) {
    await ask(page, question);
    await expect(page.getByText(`“${question}” is not one.`)).toBeVisible();
  }
  await ask(page, "42");
  await expect(page.getByRole("row", { name: /^42/ })).toBeVisible();
});

test("a file that is no adapter of this lane is refused and changes nothing", async ({ page }) => {
  await openRace(page, tiny);
  const adapter = await openLane(page, "adapter");
  const { bytes } = await downloaded(page, adapter.getByRole("button", { name: "Save adapter" }));
  await page.keyboard.press("Escape");
  const lora = await openLane(page, "LoRA");
  const offer = (buffer: Buffer): Promise<void> =>
    lora
      .locator('input[type="file"]')
      .setInputFiles({ name: "some.safetensors", mimeType: "application/octet-stream", buffer });
  for (const [buffer, reason] of [
    [Buffer.alloc(0), "too short"],
    [Buffer.from("this is not a tensor file at all"), "header"],
    [bytes.subarray(0, bytes.length - 100), "the file ends before its last tensor does"],
    [bytes, "belongs to another method"],
  ] as const) {
    await offer(buffer);
    await expect(lora.getByRole("status").filter({ hasText: "adapter" })).toContainText(reason);
  }
  await page.keyboard.press("Escape");
  expect(await stepShown(page)).toBe(0);
  await playToEnd(page);
});

const checkpoint = "**/checkpoints/toolbox-tiny.*safetensors";

test("a base that cannot be fetched is told about; settings stay, other pages work, a second try helps", async ({
  page,
}) => {
  await page.route(checkpoint, (route) => route.fulfill({ status: 404 }));
  await page.goto(`playground/?${tiny}`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The checkpoint of toolbox-tiny could not be loaded.");
  await expect(alert).toContainText("Your settings are kept.");
  await expect(page).toHaveURL(new RegExp(`${tiny}$`));
  await page.getByRole("link", { name: "Methods", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Methods" })).toBeVisible();
  await page.getByRole("link", { name: "Playground", exact: true }).click();
  await expect(alert).toBeVisible();
  await page.unroute(checkpoint);
  await alert.getByRole("button", { name: "Try again" }).click();
  await playToEnd(page);
  await expect(page).toHaveURL(new RegExp(`${tiny}$`));
});

for (const [damage, spoil] of [
  ["one wrong byte", (file: Buffer) => file.fill(file.readUInt8(9000) ^ 1, 9000, 9001)],
  ["its end missing", (file: Buffer) => file.subarray(0, file.length >> 1)],
] as const) {
  test(`a base with ${damage} is not used`, async ({ page }) => {
    await page.route(checkpoint, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: spoil(Buffer.from(await response.body())) });
    });
    await page.goto(`playground/?${tiny}`);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("The checkpoint of toolbox-tiny is damaged");
    await expect(page.getByRole("button", { name: "Play", exact: true })).toBeDisabled();
    // The untrained twin needs no checkpoint: the page itself still works.
    await page.getByRole("button", { name: /Start of the base$/ }).click();
    await page.getByRole("option", { name: "untrained" }).click();
    await playToEnd(page);
  });
}
