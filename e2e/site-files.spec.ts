import { existsSync, readFileSync } from "node:fs";
import { robots, sitemap } from "../scripts/site-files.mjs";
import { lessonIds, stepTitles } from "./lesson-steps";
import { expect, test } from "./test";

const site = "https://example.org/tuning/";

test("the sitemap holds full addresses, and the other languages of a page", async ({ page }) => {
  const text = sitemap(
    [
      { path: "./", languages: {} },
      { path: "lessons/lora/", languages: { zh: "zh/lessons/lora/" } },
    ],
    site,
  );
  const found = await page.evaluate((xml) => {
    const tree = new DOMParser().parseFromString(xml, "application/xml");
    return {
      root: tree.documentElement.localName,
      places: [...tree.getElementsByTagName("loc")].map((place) => place.textContent),
      others: [...tree.getElementsByTagName("xhtml:link")].map((link) => link.getAttribute("href")),
    };
  }, text);
  expect(found).toEqual({
    root: "urlset",
    places: [site, `${site}lessons/lora/`],
    others: [`${site}zh/lessons/lora/`],
  });
});

test("crawlers are let in, and sent to the sitemap where there is one", () => {
  expect(robots(site)).toContain(`Sitemap: ${site}sitemap.xml`);
  expect(robots(null)).not.toContain("Sitemap");
  expect(readFileSync("dist/robots.txt", "utf8")).toContain("Allow: /");
});

test("a shared link has a title, words and a picture of the size it says", async ({ page }) => {
  await page.goto("./");
  const content = (name: string): Promise<string | null> =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute("content");
  expect(await content("og:title")).toBeTruthy();
  expect(await content("og:description")).toBeTruthy();
  expect(await content("twitter:card")).toBe("summary_large_image");
  expect(existsSync("dist/social.png")).toBe(true);
  const size = await page.evaluate(async () => {
    const picture = new Image();
    picture.src = "./social.png";
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight].map(String);
  });
  expect(size).toEqual([await content("og:image:width"), await content("og:image:height")]);
});

/** Places and the titles of their pages. */
const titles: readonly (readonly [string, string])[] = [
  ["./", "See fine-tuning happen"],
  ["lessons/", "Lessons"],
  ...lessonIds.map((id) => [`lessons/${id}/`, `${nameOf(id)}: ${stepTitles(id, "en")[0]}`] as const),
  ["playground/", "Playground"],
  ["methods/", "Methods"],
  ["methods/lora/", "LoRA"],
  ["real-models/", "On a real model"],
  ["which-method/", "Which method for my project"],
  ["preferences/", "Teach it your taste"],
  ["speed/", "Speed, honestly"],
  ["glossary/", "Glossary"],
  ["about/", "About"],
];

/** The name of a lesson in English. */
function nameOf(id: string): string {
  return JSON.parse(readFileSync("src/i18n/en/lessons.json", "utf8")).list[id].title;
}

test("every page has a title and a description of its own, in the current language", async ({ page }) => {
  const descriptions = new Set<string | null>();
  for (const [address, title] of titles) {
    await page.goto(`./${address}`);
    await expect(page).toHaveTitle(`${title} · Tuning Playground`);
    descriptions.add(await page.locator('meta[name="description"]').getAttribute("content"));
  }
  expect(descriptions.size).toBe(titles.length);
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveTitle(/^关于/);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /微调/);
});
