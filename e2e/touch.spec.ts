import { openRace, stepReached } from "./playground-page";
import { expect, test } from "./test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("a race is set up and driven by fingers alone, and every button is large enough for one", async ({
  page,
}) => {
  await openRace(page, "v=1&base=toolbox-tiny&lanes=full,lora&steps=20");
  const transport = page.getByRole("group", { name: "Race", exact: true });
  await expect(transport.getByRole("button", { name: "Play", exact: true })).toBeEnabled({ timeout: 60_000 });
  for (const button of await page.getByRole("banner").or(transport).getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      String(await button.textContent()),
    ).toBeGreaterThanOrEqual(44);
  }
  await transport.getByRole("button", { name: "Step", exact: true }).tap();
  await stepReached(page, 1);
  await transport.getByRole("button", { name: "Play", exact: true }).tap();
  await expect(transport.getByRole("button", { name: "Run again" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Ask all" }).tap();
  await page.getByRole("region", { name: "Lanes" }).getByRole("button", { name: /^LoRA/ }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
});
