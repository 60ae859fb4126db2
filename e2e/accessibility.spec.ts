import type { Page } from "playwright/test";
import { findings } from "./axe";
import { playToEnd } from "./playground-page";
import { expect, test } from "./test";

const race = "playground/?v=1&base=toolbox-tiny&steps=10";

/** Opens a page and waits until it stands whole under its own heading, with nothing of the former page. */
async function open(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(page.locator(".page-loading, [aria-busy=true]:empty")).toHaveCount(0);
  if (address !== home && address !== chineseHome) return;
  const transport = page.getByRole("button", { name: /^(Pause|Play|Run again|暂停|开始|再来一遍)$/ });
  await expect(transport).toBeVisible();
}

const home = "./";
const chineseHome = "zh/";
const pages = [
  [home, /^Watch fine-tuning happen/],
  ["methods/", "Methods"],
  ["methods/p-tuning/", "P-tuning"],
  ["real-models/", "On a real model"],
  ["methods/?mergeable=yes&compare=llama-adapter,dora,ia3,random-subset", "Methods"],
  ["which-method/?kind=classify&gpu=t4&checkpointing=no", "Which method for my project"],
  ["preferences/", "Teach it your taste"],
  ["speed/", "Speed, honestly"],
  ["lessons/", "Lessons"],
  ["about/", "About"],
  ["nowhere/", "Nothing here"],
] as const;
const chinesePages = [
  [chineseHome, /^亲眼看微调/],
  ["zh/methods/lora/", "LoRA"],
  ["zh/real-models/", "换成真模型"],
  ["zh/about/", "关于"],
] as const;

for (const { language, theme, addresses } of [
  { language: "en", theme: "light", addresses: pages },
  { language: "en", theme: "dark", addresses: pages },
  { language: "zh", theme: "light", addresses: chinesePages },
] as const) {
  test(`axe finds nothing serious, ${language}, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const prefix = language === "zh" ? "zh/" : "";
    await open(page, prefix + race, language === "zh" ? "实验台" : "Playground");
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
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

    for (const [address, heading] of addresses) {
      await open(page, address, heading);
      expect(await findings(page), address).toEqual([]);
    }
  });
}

test("axe finds nothing serious in the five ways to look closer", async ({ page }) => {
  await open(page, race, "Playground");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled({ timeout: 60_000 });
  await playToEnd(page);
  const inspect = page.getByRole("region", { name: "A closer look" });
  for (const tab of await inspect.getByRole("tab").all()) {
    await tab.click();
    await expect(inspect.getByRole("tabpanel")).toBeVisible();
    expect(await findings(page, 'section:has([role="tablist"])'), String(await tab.textContent())).toEqual(
      [],
    );
  }
});
