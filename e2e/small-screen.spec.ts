import type { Page } from "playwright/test";
import { expect, test } from "./test";

test.use({ viewport: { width: 360, height: 740 } });

const race = "playground/?v=1&base=toolbox-tiny&steps=10";

/** What reaches past the right edge of the window, or makes the page wider than it. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide <= room) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => `${element.tagName} ${element.className} in a page of ${wide}`);
  });
}

for (const language of ["en", "zh"] as const) {
  test(`nothing is wider than a small screen, ${language}`, async ({ page }) => {
    for (const address of [
      "lessons/",
      "",
      "methods/",
      "methods/?positions=no&compare=full,adapter,lora,dora,vera,ia3",
      "methods/p-tuning/",
      "methods/full/",
      "prompt-lab/",
      "real-models/",
      "which-method/",
      "preferences/",
      "speed/",
      "nowhere/",
      race,
    ]) {
      await page.goto(`./${language === "zh" ? "zh/" : ""}${address}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-CN" : "en");
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      if (address === race) await expect(page.getByRole("progressbar")).toBeHidden({ timeout: 60_000 });
      expect(await tooWide(page), address).toEqual([]);
    }
    for (const control of [/^LoRA/, language === "zh" ? "批次大小、步数与种子" : "Batch size, steps, seed"]) {
      await page.getByRole("button", { name: control }).first().click();
      const box = await page.getByRole("dialog").boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
      expect(await tooWide(page), String(control)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
  });
}
