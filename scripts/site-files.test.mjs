// What a build with SITE_URL writes: the plugins as vite.config.ts joins them, their hooks called as a build calls them.
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { root } from "./setup.mjs";
import { siteAddress } from "./site-files.mjs";

const site = "https://example.org/tuning/";

/** @param {unknown} hook a function, or an object that holds it */
const handlerOf = (hook) =>
  /** @type {(...given: unknown[]) => unknown} */ (
    typeof hook === "function" ? hook : Reflect.get(Object(hook), "handler")
  );

/**
 * The plugins of the page's build that concern its site, by name.
 * @param {string} address
 */
async function pluginsFor(address) {
  vi.stubEnv("SITE_URL", address);
  vi.resetModules();
  const { default: config } = await import("../vite.config");
  const { plugins = [] } = config({ mode: "production", command: "build" });
  const named = /** @type {import("vite").Plugin[]} */ (plugins.flat());
  const find = (/** @type {string} */ name) => named.find((plugin) => plugin.name === name) ?? { name };
  return { drawn: find("prerender"), site: find("site-files") };
}

const lessons = readdirSync(`${root}/src/lessons`).filter((name) =>
  existsSync(`${root}/src/lessons/${name}/index.ts`),
);

/**
 * A chunk with a sheet of its own.
 * @param {string} name
 * @param {string | null} source below src
 * @param {readonly string[]} imports
 */
const chunk = (name, source = null, imports = []) => ({
  type: "chunk",
  fileName: `${name}.js`,
  isEntry: name === "shell",
  facadeModuleId: source && `/anywhere/src/${source}`,
  imports,
  viteMetadata: { importedCss: new Set([`${name}.css`]) },
});

/** A bundle as a build hands it over. */
const bundle = [
  chunk("shell"),
  chunk("charts"),
  chunk("Lesson", "app/LessonRoute.tsx", ["shell.js", "charts.js"]),
  chunk("Playground", "app/PlaygroundPage.tsx", ["shell.js"]),
  ...lessons.map((id) => chunk(id, `lessons/${id}/index.ts`)),
];

/**
 * Calls generateBundle of a plugin and gives what it emits by name.
 * @param {import("vite").Plugin} plugin
 */
async function emittedBy(plugin) {
  /** @type {Map<string, string>} */
  const files = new Map();
  const emitFile = (/** @type {{ fileName: string, source: string }} */ file) =>
    files.set(file.fileName, file.source);
  await handlerOf(plugin.generateBundle).call({ emitFile }, {}, bundle);
  return files;
}

describe("a build that knows its address", () => {
  /** @type {Awaited<ReturnType<typeof pluginsFor>>} */
  let plugins;
  beforeAll(async () => {
    plugins = await pluginsFor("https://example.org/tuning");
    await handlerOf(plugins.drawn.buildStart)();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  it("lists the page and every document once in the sitemap, also when it is built again", async () => {
    const documents = [...(await emittedBy(plugins.drawn)).keys()].filter((name) =>
      /^read\/.*html$/.test(name),
    );
    expect(documents).toContain("read/lora.zh.html");
    await emittedBy(plugins.drawn);
    const text = (await emittedBy(plugins.site)).get("sitemap.xml") ?? "";
    const places = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place]) => place);
    expect(places).toEqual([site, ...documents.map((name) => site + name)]);
    expect(text).toContain(
      `<loc>${site}read/lora.en.html</loc><xhtml:link rel="alternate" hreflang="en" href="${site}read/lora.en.html"/>`,
    );
  });

  it("writes the first view of every step with the sheets it needs, what they build on first", async () => {
    const files = await emittedBy(plugins.drawn);
    const view = files.get("first/lessons/lora/zero.zh-CN.html") ?? "";
    const sheets = [...view.matchAll(/<link rel="stylesheet" crossorigin href="\.\/(.*?)#first">/g)];
    expect(sheets.map(([, sheet]) => sheet)).toEqual(["charts.css", "Lesson.css", "lora.css"]);
    expect(view).toContain("B 为什么要从零开始");
    expect(lessons).toHaveLength(10);
    for (const id of lessons) {
      expect(files.has(`first/lessons/${id}.en.html`)).toBe(true);
      expect(files.get(`first/lessons/${id}/end.en.html`)).toContain("<h1>");
    }
    expect(files.get("first/playground.en.html")).toContain("toolbox-micro");
  });

  it("makes its sitemap after all other files", () => {
    expect(plugins.site.generateBundle).toHaveProperty("order", "post");
  });

  it("names the address in the robots' file, the documents and the page's head", async () => {
    expect((await emittedBy(plugins.site)).get("robots.txt")).toContain(`Sitemap: ${site}sitemap.xml`);
    expect((await emittedBy(plugins.drawn)).get("read/lora.en.html")).toContain(
      `<link href="${site}read/lora.en.html" rel="canonical"/>`,
    );
    const tags = handlerOf(plugins.site.transformIndexHtml)();
    expect(tags).toEqual(
      [
        ["link", { rel: "canonical", href: site }],
        ["meta", { property: "og:url", content: site }],
        ["meta", { property: "og:image", content: `${site}social.png` }],
        ["meta", { name: "twitter:image", content: `${site}social.png` }],
      ].map(([tag, attrs]) => ({ tag, attrs, injectTo: "head" })),
    );
  });

  it("leaves nothing behind of the browser it pretended to be", () => {
    expect("matchMedia" in globalThis).toBe(false);
    expect(globalThis.navigator?.userAgent).not.toBe("");
  });
});

it("a build that knows no address writes neither sitemap nor full addresses", async () => {
  const plugins = await pluginsFor("");
  expect([...(await emittedBy(plugins.site)).keys()]).toEqual(["robots.txt"]);
  expect(handlerOf(plugins.site.transformIndexHtml)()).toEqual([]);
});

describe("SITE_URL", () => {
  const exit = vi.spyOn(process, "exit");
  const print = vi.spyOn(console, "error");
  beforeEach(() => {
    print.mockReset().mockImplementation(() => {});
    exit.mockReset().mockImplementation(() => {
      throw new Error("the end");
    });
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it("may be missing or empty, and ends in a slash", () => {
    expect(siteAddress(undefined)).toBe(null);
    expect(siteAddress("")).toBe(null);
    for (const given of ["https://example.org", "https://example.org/", "https://example.org//"])
      expect(siteAddress(given)).toBe("https://example.org/");
  });

  it.each([
    "example.org/tuning",
    "example.org:8080",
    "/tuning/",
    "ftp://example.org/",
    "https://example.org/?a=b",
  ])("is refused in one line where it is %s", (given) => {
    expect(() => siteAddress(given)).toThrow("the end");
    expect(exit).toHaveBeenCalledWith(1);
    expect(print).toHaveBeenCalledOnce();
    expect(print.mock.lastCall?.[0].trim()).toMatch(/^SITE_URL .*$/);
    expect(print.mock.lastCall?.[0]).toContain(given);
  });
});
