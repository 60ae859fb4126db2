import { beforeAll, expect, it } from "vitest";
import { lessons } from "../lessons/index";
import { type PlainPage, plainPages } from "./plain-pages";

const files = import.meta.glob<unknown>("../../public/runs/claims/*.json", {
  eager: true,
  import: "default",
});
const site = "https://example.org/tuning/";
let pages: readonly PlainPage[];

beforeAll(async () => {
  pages = await plainPages((lesson) => files[`../../public/runs/claims/${lesson}.json`], site);
});

const textOf = (html: string): string =>
  html.replace(/<annotation.*?<\/annotation>/gs, "").replace(/<[^>]*>/g, " ");

it("has every lesson and the list of them in both languages", () => {
  expect(pages.map(({ path }) => path).sort()).toEqual(
    ["lessons", ...lessons.map(({ id }) => id)]
      .flatMap((name) => [`read/${name}.en.html`, `read/${name}.zh.html`])
      .sort(),
  );
});

it("tells every step of a lesson, with the recorded picture and figures of each race", async () => {
  for (const { id, load } of lessons) {
    const { lesson } = await load();
    const races = lesson.steps.filter(({ figure }) => figure.kind === "race").length;
    for (const language of ["en", "zh"]) {
      const { html } = pages.find(({ path }) => path === `read/${id}.${language}.html`)!;
      expect(html.split('<article class="plain-step">').length - 1, `${id} ${language}`).toBe(
        lesson.steps.length,
      );
      expect(html.split('<figure class="recorded-picture">').length - 1, `${id} ${language}`).toBe(races);
      expect(html.split("<math").length - 1, `${id} ${language}`).toBeGreaterThan(0);
    }
  }
});

it("leaves no word out, no figure open and no answer covered", () => {
  for (const { path, html } of pages) {
    expect(textOf(html), path).not.toMatch(/undefined|NaN|\[object|\b(?:plain|page|list|claim)\.[a-z]+/);
    expect(html, path).not.toContain("claim-covered");
    expect(html, path).not.toMatch(/<script|<button/);
    expect(textOf(html), path).not.toMatch(/ – ± | {2}– %/);
  }
});

it("is in the language of its name, and names the other one", () => {
  const chinese = pages.find(({ path }) => path === "read/lora.zh.html")!;
  expect(chinese.html).toContain('<html lang="zh-CN">');
  expect(chinese.html).toContain(`<link href="${site}read/lora.en.html" hrefLang="en" rel="alternate"/>`);
  expect(chinese.html).toContain('href="lora.en.html"');
  expect(chinese.languages).toEqual({ en: "read/lora.en.html", "zh-CN": "read/lora.zh.html" });
});

it("leads into the page with scripts", () => {
  const { html } = pages.find(({ path }) => path === "read/great-race.en.html")!;
  expect(html).toContain('href="../#/lessons/great-race"');
  expect(html).toContain('href="../#/playground');
  expect(html).not.toMatch(/href="\//);
});
