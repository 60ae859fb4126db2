// What a build with SITE_URL writes: the plugins as vite.config.ts joins them, their hooks called as a build calls them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
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
  moduleIds: source ? [`/anywhere/src/${source}`] : [],
  imports,
  viteMetadata: { importedCss: new Set([`${name}.css`]) },
});

/** The chunks of a build, with index.html as it is before anything is drawn. */
const bundle = () =>
  Object.fromEntries(
    [
      chunk("shell"),
      chunk("charts"),
      chunk("Lesson", "app/LessonRoute.tsx", ["shell.js", "charts.js"]),
      chunk("EmbedRoute", "app/EmbedRoute.tsx", ["shell.js"]),
      chunk("Playground", "app/PlaygroundPage.tsx", ["shell.js"]),
      chunk("PromptLab", "app/PromptLabPage.tsx", ["shell.js"]),
      chunk("Preferences", "app/PreferencesRoute.tsx", ["shell.js"]),
      chunk("Glossary", "features/glossary/Glossary.tsx", ["shell.js"]),
      ...["lesson/Lessons", "methods/Methods", "real-models/RealModels", "guide/WhichMethod"].map((name) =>
        chunk(name.replace(/.*\//, ""), `features/${name}.tsx`, ["shell.js"]),
      ),
      ...["speed/Speed", "about/About"].map((name) =>
        chunk(name.replace(/.*\//, ""), `features/${name}.tsx`, ["shell.js"]),
      ),
      ...lessons.map((id) => chunk(id, `lessons/${id}/index.ts`)),
      ...["en", "zh"].flatMap((language) =>
        ["app", "bases", "tasks"].map((name) =>
          chunk(`${language}-${name}`, `i18n/${language}/${name}.json`),
        ),
      ),
      { type: "asset", fileName: "index.html", source: readFileSync(`${root}/index.html`, "utf8") },
    ].map((file) => [file.fileName, file]),
  );

/**
 * Calls generateBundle of a plugin and gives the files of the build by name.
 * @param {import("vite").Plugin} plugin
 */
async function builtBy(plugin) {
  const files = bundle();
  /** @type {Map<string, string>} */
  const built = new Map();
  const emitFile = (/** @type {{ fileName: string, source: string }} */ file) =>
    built.set(file.fileName, file.source);
  await handlerOf(plugin.generateBundle).call({ emitFile }, {}, files);
  return built.set("index.html", String(Reflect.get(Object(files["index.html"]), "source")));
}

describe("a build that knows its address", () => {
  /** @type {Awaited<ReturnType<typeof pluginsFor>>} */
  let plugins;
  /** @type {Map<string, string>} */
  let files;
  beforeAll(async () => {
    plugins = await pluginsFor("https://example.org/tuning");
    await handlerOf(plugins.drawn.buildStart)();
    // Twice, as a build that watches does: the second must not add to the first.
    await builtBy(plugins.drawn);
    files = await builtBy(plugins.drawn);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  it("lists every page once in the sitemap, in all its languages, also when it is built again", async () => {
    const documents = [...files.keys()].filter((name) => /^(?!.*(offline|embed)\/).*index\.html$/.test(name));
    const text = (await builtBy(plugins.site)).get("sitemap.xml") ?? "";
    const places = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place]) => place ?? "");
    expect(new Set(places).size).toBe(places.length);
    // A lesson's first step is the lesson: one address for both.
    expect(places.length).toBe(documents.length - 2 * lessons.length);
    for (const place of places) expect(documents, place).toContain(`${place.slice(site.length)}index.html`);
    expect(text).toContain(
      `<loc>${site}lessons/lora/</loc><xhtml:link rel="alternate" hreflang="en" href="${site}lessons/lora/"/>` +
        `<xhtml:link rel="alternate" hreflang="zh-CN" href="${site}zh/lessons/lora/"/>`,
    );
  });

  it("draws every step with the sheets it needs, what they build on first", () => {
    const step = files.get("zh/lessons/lora/zero/index.html") ?? "";
    const sheets = [...step.matchAll(/<link rel="stylesheet" crossorigin href="\.\/(.*?)">/g)];
    expect(sheets.map(([, sheet]) => sheet)).toEqual(["charts.css", "Lesson.css", "lora.css"]);
    expect(step).toContain("B 为什么要从零开始");
    expect(step).toContain('<base href="../../../../"');
    expect(step).toContain(`<link rel="canonical" href="${site}zh/lessons/lora/zero/">`);
    expect(step).toContain('<link rel="modulepreload" crossorigin href="./zh-app.js">');
    for (const id of lessons) expect(files.get(`lessons/${id}/index.html`)).toContain("<h1>");
    expect(files.get("playground/index.html")).toContain("toolbox-micro");
  });

  it("gives hosts a page for lost addresses, which finds its root from any depth", () => {
    const lost = files.get("404.html") ?? "";
    expect(lost).toContain('<base href="/tuning/"');
    expect(lost).toContain('<meta name="robots" content="noindex">');
  });

  it("allows the short scripts of a page by their hashes, and no others", () => {
    const [, policy = ""] =
      /Content-Security-Policy" content="([^"]*)"/.exec(files.get("index.html") ?? "") ?? [];
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']{44}';/);
    expect(files.get("_headers")).toContain(policy);
  });

  it("makes its sitemap after all other files", () => {
    expect(plugins.site.generateBundle).toHaveProperty("order", "post");
  });

  it("names the address in the robots' file and the pictures of links", async () => {
    expect((await builtBy(plugins.site)).get("robots.txt")).toContain(`Sitemap: ${site}sitemap.xml`);
    const tags = handlerOf(plugins.site.transformIndexHtml)();
    expect(tags).toEqual(
      ["og:image", "twitter:image"].map((name) => ({
        tag: "meta",
        attrs: { [name.startsWith("og") ? "property" : "name"]: name, content: `${site}social.png` },
        injectTo: "head",
      })),
    );
  });
});

it("a build that knows no address writes neither sitemap nor full addresses", async () => {
  const plugins = await pluginsFor("");
  expect((await builtBy(plugins.site)).has("sitemap.xml")).toBe(false);
  expect(handlerOf(plugins.site.transformIndexHtml)()).toEqual([]);
  await handlerOf(plugins.drawn.buildStart)();
  const files = await builtBy(plugins.drawn);
  expect(files.get("zh/speed/index.html")).not.toContain("canonical");
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
