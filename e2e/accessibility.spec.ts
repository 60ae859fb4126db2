import { expect, type Page, test } from "playwright/test";
import { findings } from "./axe";
import { playToEnd } from "./playground-page";

const race = "#/playground?v=1&base=toolbox-tiny&steps=10";

/** Opens a page below the hash and waits for its heading. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
}

const pages = [
  "./#/",
  "#/methods",
  "#/methods/p-tuning",
  "#/real-models",
  "#/methods?mergeable=yes&compare=llama-adapter,dora,ia3,random-subset",
  "#/speed",
  "#/lessons",
  "#/about",
  "#/nowhere",
] as const;

for (const { language, theme, addresses } of [
  { language: "en", theme: "light", addresses: pages },
  { language: "en", theme: "dark", addresses: pages },
  { language: "zh", theme: "light", addresses: ["./#/", "#/methods/lora", "#/real-models", "#/about"] },
] as const) {
  test(`axe finds nothing serious, ${language}, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto("#/lessons");
    if (language === "zh") await page.getByRole("button", { name: "中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);

    await open(page, race);
    const transport = page.getByRole("group", { name: language === "zh" ? "比赛" : "Race", exact: true });
    const play = transport.getByRole("button").first();
    await expect(play).toBeEnabled({ timeout: 60_000 });
    expect(await findings(page), "Playground before a race").toEqual([]);
    if (language === "zh") await play.click();
    else await playToEnd(page);
    await expect(play).toHaveText(language === "zh" ? "再跑一遍" : "Run again", { timeout: 60_000 });
    expect(await findings(page), "Playground after a race").toEqual([]);
    await page
      .getByRole("region", { name: language === "zh" ? "赛道" : "Lanes", exact: true })
      .getByRole("button", { name: /^LoRA/ })
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await findings(page), "a lane's controls").toEqual([]);
    await page.keyboard.press("Escape");

    for (const address of addresses) {
      await open(page, address);
      expect(await findings(page), address).toEqual([]);
    }
  });
}

test("axe finds nothing serious in the five ways to look closer", async ({ page }) => {
  await open(page, race);
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled({ timeout: 60_000 });
  await playToEnd(page);
  const closer = page.getByRole("region", { name: "A closer look" });
  for (const tab of await closer.getByRole("tab").all()) {
    await tab.click();
    await expect(closer.getByRole("tabpanel")).toBeVisible();
    expect(await findings(page, ".closer"), String(await tab.textContent())).toEqual([]);
  }
});
