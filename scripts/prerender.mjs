// What can be read before any script has come, or without: drawn while building, by the page's own components.
import { readFileSync } from "node:fs";
import { createServer } from "vite";
import { root } from "./setup.mjs";

/**
 * As src/prerender/first-views.tsx makes it.
 * @typedef {{ home: string, places: Record<string, string> }} FirstViews
 */
/**
 * As src/prerender/plain-pages.tsx makes it.
 * @typedef {{ path: string, languages: Record<string, string>, html: string }} PlainPage
 */

const place = '<div id="root"></div>';
const styles = [
  "app/theme.css",
  "app/base.css",
  "features/lesson/plain-lesson.css",
  "prerender/plain-page.css",
];
const read = (/** @type {string} */ path) => readFileSync(`${root}/${path}`, "utf8");

/**
 * Puts the first page into index.html, once for each language, and a line that shows the right one before first
 * paint: other pages borrow its head, and React draws the same in its place. Writes the first view of other pages,
 * first/<path>.<language>.html, which that line fetches. Writes the lessons as documents without scripts,
 * read/<lesson>.<language>.html, and tells `onPages` their places before the sitemap is made.
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
      async handler(html, { bundle = {} }) {
        if (!html.includes(place)) throw new Error(`index.html has no ${place}`);
        const font = Object.keys(bundle).find((name) => /inter-latin-wght-normal[^/]*\.woff2$/.test(name));
        if (!font) throw new Error("the bundle has no letters");
        const templates = Object.entries((await drawn).first).map(
          ([tag, { home }]) => `<template id="first-${tag}">${home}</template>`,
        );
        return (
          html
            // Words should be drawn once, not again when their letters come.
            .replace(
              '<link rel="stylesheet"',
              `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${font}">\n    $&`,
            )
            // What is shown before it comes first.
            .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
            .replace(place, () => `${place}\n${templates.join("\n")}\n<script>(${show})()</script>`)
        );
      },
    },
    async generateBundle(_options, bundle) {
      const { first, plain } = await drawn;
      for (const [tag, { places }] of Object.entries(first))
        for (const [path, html] of Object.entries(places)) {
          const [, lesson] = path.split("/");
          const drawnBy = lesson
            ? ["app/LessonRoute.tsx", `lessons/${lesson}/index.ts`]
            : ["app/PlaygroundPage.tsx"];
          const source = styleLinks(bundle, drawnBy) + html;
          this.emitFile({ type: "asset", fileName: `first/${path}.${tag}.html`, source });
        }
      for (const { path, html } of plain) this.emitFile({ type: "asset", fileName: path, source: html });
      this.emitFile({ type: "asset", fileName: "read/plain.css", source: plainStyle() });
      onPages(plain);
    },
  };
}

/**
 * Runs in the page, so it can use nothing from around it. It shows the place that the address names, and any that the
 * reader goes to before React draws: then `main` is no longer in the page. Which place is the first page's, it tells as
 * hashPath in src/app/hash-location.ts does: whatever the query. Of the playground there is a view only without one: a
 * race in the address is another than the usual.
 */
function show() {
  const root = document.getElementById("root");
  const first = document.getElementById(`first-${document.documentElement.lang}`);
  if (!root || !(first instanceof HTMLTemplateElement)) return;
  root.append(first.content.cloneNode(true));
  const main = root.querySelector("main");
  if (!main) return;
  const home = [...main.childNodes];
  const showPlace = () => {
    if (!main.isConnected) return;
    delete root.dataset.pressed;
    const asked = location.hash;
    for (const link of root.querySelectorAll("nav a")) {
      if (asked.startsWith(link.getAttribute("href") ?? "?")) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (/^#?\/*(\?|$)/.test(asked)) {
      main.replaceChildren(...home);
      return;
    }
    main.innerHTML = '<p class="page-loading"></p>';
    const [, place] = /^#?\/*(playground|lessons\/[a-z0-9-]+(?:\/[a-z0-9-]+)?)\/*$/.exec(asked) ?? [];
    if (!place) return;
    const isWanted = () => main.isConnected && location.hash === asked;
    fetch(`./first/${place}.${document.documentElement.lang}.html`)
      .then((response) => response.text())
      .then((html) => {
        // A host may answer with a page of its own where there is no such file.
        if (!html.startsWith("<link") || !isWanted()) return;
        const view = document.createElement("template");
        view.innerHTML = html;
        const styled = [...view.content.querySelectorAll("link")].map((sheet) => {
          document.head.append(sheet);
          return new Promise((resolve) => {
            sheet.addEventListener("load", resolve);
            sheet.addEventListener("error", resolve);
          });
        });
        return Promise.all(styled).then(() => isWanted() && main.replaceChildren(view.content));
      })
      // What the page itself will draw a moment later is not missed for long.
      .catch(() => {});
  };
  showPlace();
  addEventListener("hashchange", () => {
    if (!main.isConnected) return;
    showPlace();
    // As src/app/Routes.tsx does.
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  });
  // src/app/pressed-early.ts presses again what was pressed too early.
  root.addEventListener("click", ({ target }) => {
    const control = target instanceof Element ? target.closest("button, input") : null;
    if (control && main.isConnected)
      root.dataset.pressed = String([...root.querySelectorAll("button, input")].indexOf(control));
  });
}

/**
 * Links to the style sheets that a page brings with it, beside those index.html asks for itself.
 * @param {import("vite").Rolldown.OutputBundle} bundle
 * @param {readonly string[]} drawnBy files below src that the page fetches
 */
function styleLinks(bundle, drawnBy) {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const known = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => sheetsOf(chunk)));
  const sheets = drawnBy.flatMap((file) => {
    const chunk = chunks.find((each) => each.facadeModuleId?.endsWith(`/src/${file}`));
    if (!chunk) throw new Error(`the bundle has no chunk of ${file}`);
    return sheetsOf(chunk);
  });
  return (
    [...new Set(sheets)]
      .filter((sheet) => !known.has(sheet))
      // Under a name of their own: the page asks for its sheets itself, waits for them, and says where one is lost.
      .map((sheet) => `<link rel="stylesheet" crossorigin href="./${sheet}#first">`)
      .join("")
  );

  /**
   * What a sheet builds on stands before it.
   * @param {import("vite").Rolldown.OutputChunk} chunk
   * @param {Set<string>} seen chunks that were looked at, each once
   * @returns {string[]}
   */
  function sheetsOf(chunk, seen = new Set()) {
    if (seen.has(chunk.fileName)) return [];
    seen.add(chunk.fileName);
    const imported = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
    return [...imported.flatMap((each) => sheetsOf(each, seen)), ...(chunk.viteMetadata?.importedCss ?? [])];
  }
}

/**
 * The first views by language tag, and every document without scripts.
 * @param {string | null} site
 * @returns {Promise<{ first: Record<string, FirstViews>, plain: readonly PlainPage[] }>}
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
    const figures = (/** @type {string} */ lesson) => JSON.parse(read(`public/runs/claims/${lesson}.json`));
    /** @type {Record<string, FirstViews>} */
    const first = {};
    for (const { tag } of languages) {
      pretendReader(tag);
      // Settings are read when their module is: each reader needs a fresh one.
      vite.moduleGraph.invalidateAll();
      first[tag] = await (await vite.ssrLoadModule("/src/prerender/first-views.tsx")).firstViews(figures);
    }
    const { plainPages } = await vite.ssrLoadModule("/src/prerender/plain-pages.tsx");
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
