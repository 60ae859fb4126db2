import { chromium } from "playwright";
import { readFileSync } from "node:fs";
const [,, lang, theme, width] = process.argv;
const ids = ["full-fine-tuning","new-head","waking","adapter","prefix-tuning","prompt-tuning","p-tuning-v2","lora","some-parameters","great-race"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ locale: lang === "zh" ? "zh-CN" : "en-US", colorScheme: theme, viewport: { width: +width, height: +width > 500 ? 900 : 844 }, reducedMotion: "reduce" });
page.on("pageerror", e => console.log("ERR", page.url(), e.message.slice(0, 300)));
page.on("console", m => m.type() === "error" && console.log("CON", page.url(), m.text().slice(0, 300)));
for (const id of ids) {
  const src = readFileSync(`src/lessons/${id}/index.ts`, "utf8");
  const steps = [...readFileSync(`src/lessons/${id}/en.mdx`, "utf8").matchAll(/<Step id="([^"]+)"/g)].map(m => m[1]);
  for (const [i, s] of steps.entries()) {
    await page.goto(`http://localhost:4399/#/lessons/${id}/${s}`);
    await page.waitForSelector(".lesson-step h1");
    await page.waitForTimeout(i === 0 ? 1500 : 700);
    const skip = page.getByRole("button", { name: /Show me without|不猜了/ });
    if (await skip.count()) { await skip.first().click(); await page.waitForTimeout(300); }
    const why = page.getByRole("button", { name: /^Show why|^看看为什么/ });
    if (await why.count()) await why.first().click();
    await page.waitForTimeout(250);
    const info = await page.evaluate(() => ({ over: document.documentElement.scrollWidth - innerWidth, h: document.documentElement.scrollHeight, words: document.querySelector(".lesson-words").offsetHeight, side: document.querySelector(".lesson-side").offsetHeight }));
    console.log(id, s, JSON.stringify(info));
    await page.screenshot({ path: `/tmp/lshots/w-${lang}-${theme}-${width}-${id}-${i}.png`, fullPage: true });
  }
}
await browser.close();
