// What can be read before any script has come, or without: drawn while building, by the page's own components.
import { readFileSync } from "node:fs";
import { createServer } from "vite";
import { root } from "./setup.mjs";

/**
 * As src/pages/plain/plain-pages.tsx makes it.
 * @typedef {{ path: string, languages: Record<string, string>, html: string }} PlainPage
 */

const place = '<div id="root"></div>';
const styles = [
  "app/theme.css",
  "app/base.css",
  "pages/lesson/plain-lesson.css",
  "pages/plain/plain-page.css",
];
const read = (/** @type {string} */ path) => readFileSync(`${root}/${path}`, "utf8");

/**
 * Puts the first page into index.html, once for each language, and a line that shows the right one before first
 * paint: other pages borrow its head, and React draws the same in its place. Writes the lessons as documents without
 * scripts, read/<lesson>.<language>.html, and tells `onPages` their places before the sitemap is made.
 * @param {string | null} site where all will stand, ending in a slash
 * @param {(pages: readonly PlainPage[]) => void} onPages
 * @returns {import("vite").Plugin}
 */
export function prerender(site, onPages) {
  /** @type {ReturnType<typeof draw>} */
  let drawn;
  return {
    name: "prerender",
    apply: "build",
    enforce: "pre",
    async buildStart() {
      drawn = draw(site);
      // Whoever needs it waits for it; until then nobody has to hear of a failure.
      drawn.catch(() => {});
    },
    transformIndexHtml: {
      order: "post",
      async handler(html) {
        if (!html.includes(place)) throw new Error(`index.html has no ${place}`);
        const templates = Object.entries((await drawn).first).map(
          ([tag, page]) => `<template id="first-${tag}">${page}</template>`,
        );
        return html.replace(place, () => `${place}\n${templates.join("\n")}\n<script>(${show})()</script>`);
      },
    },
    async generateBundle() {
      const { plain } = await drawn;
      for (const { path, html } of plain) this.emitFile({ type: "asset", fileName: path, source: html });
      this.emitFile({ type: "asset", fileName: "read/plain.css", source: plainStyle() });
      onPages(plain);
    },
  };
}

/**
 * Runs in the page, so it can use nothing from around it. Which place is the first page's, it tells as hashPath in
 * src/app/hash-location.ts does: whatever the query.
 */
function show() {
  const root = document.getElementById("root");
  const first = document.getElementById(`first-${document.documentElement.lang}`);
  if (!root || !(first instanceof HTMLTemplateElement)) return;
  root.append(first.content.cloneNode(true));
  const main = root.querySelector("main");
  if (main && !/^#?\/*(\?|$)/.test(location.hash)) main.innerHTML = '<p class="page-loading"></p>';
}

/**
 * The first page by language tag, and every document without scripts.
 * @param {string | null} site
 * @returns {Promise<{ first: Record<string, string>, plain: readonly PlainPage[] }>}
 */
async function draw(site) {
  const vite = await createServer({
    root,
    mode: "production",
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const former = pretended.map(
    (name) => /** @type {const} */ ([name, Object.getOwnPropertyDescriptor(globalThis, name)]),
  );
  try {
    const { languages } = await vite.ssrLoadModule("/src/i18n/languages.ts");
    /** @type {Record<string, string>} */
    const first = {};
    for (const { tag } of languages) {
      pretendReader(tag);
      // Settings are read when their module is: each reader needs a fresh one.
      vite.moduleGraph.invalidateAll();
      first[tag] = await (await vite.ssrLoadModule("/src/app/first-paint.tsx")).firstPaint();
    }
    const { plainPages } = await vite.ssrLoadModule("/src/pages/plain/plain-pages.tsx");
    const figures = (/** @type {string} */ lesson) => JSON.parse(read(`public/runs/claims/${lesson}.json`));
    return { first, plain: await plainPages(figures, site) };
  } finally {
    for (const [name, property] of former) {
      if (property) Object.defineProperty(globalThis, name, property);
      else Reflect.deleteProperty(globalThis, name);
    }
    await vite.close();
  }
}

/** What Node has otherwise, or not at all. */
const pretended = ["navigator", "matchMedia"];

/**
 * What the page asks its browser for: a reader of that language who never chose a theme.
 * @param {string} tag
 */
function pretendReader(tag) {
  Object.defineProperty(globalThis, "navigator", {
    configurable: true,
    value: { language: tag, languages: [tag], userAgent: "", platform: "" },
  });
  Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });
}

/** One sheet for all documents: the theme follows the system, and letters are the system's own. */
function plainStyle() {
  const [theme = "", ...rest] = styles.map((path) => read(`src/${path}`));
  const followed = theme
    .replaceAll(/@font-face \{[^}]*\}/g, "")
    .replace(/:root\[data-theme="dark"\] (\{[^}]*\})/, "@media (prefers-color-scheme: dark) { :root $1 }");
  return [followed, ...rest].join("\n");
}
