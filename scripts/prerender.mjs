// Every page in every language as a file: drawn while building by the page's own components, hydrated by src/main.tsx.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "vite";
import { root } from "./setup.mjs";

/**
 * As src/prerender/draw-page.tsx and site-pages.ts make them.
 * @typedef {{ html: string, title: string, description: string }} DrawnPage
 * @typedef {{ id: string, tag: string }} Language
 * @typedef {{ path: string, canonical: string, isListed: boolean, isLost: boolean, addresses: Record<string, string>, drawn: DrawnPage, language: Language }} SiteFile
 * `addresses`: of the page in each language, by tag, below the site's root.
 */

const place = '<div id="root"></div>';

/**
 * @param {string | null} site where all will stand, ending in a slash; null where nobody has said
 * @param {(pages: readonly SiteFile[]) => void} onPages told of them before the sitemap is made
 * @returns {import("vite").Plugin}
 */
export function prerender(site, onPages) {
  /** @type {Promise<readonly SiteFile[]>} */
  let drawing;
  return {
    name: "prerender",
    apply: "build",
    buildStart() {
      drawing = drawAll();
      // A failure is told where the pages are needed.
      drawing.catch(() => {});
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        if (!html.includes(place)) throw new Error(`index.html has no ${place}`);
        const font = Object.keys(bundle).find((name) => /inter-latin-wght-normal[^/]*\.woff2$/.test(name));
        if (!font) throw new Error("the bundle has no font");
        return (
          html
            // Words should be drawn once, not again when their letters come.
            .replace(
              '<link rel="stylesheet"',
              `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${font}">\n    $&`,
            )
            // What is shown before it comes first.
            .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
        );
      },
    },
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const index = bundle["index.html"];
        if (index?.type !== "asset") throw new Error("the bundle has no index.html");
        const template = String(index.source);
        const files = await drawing;
        onPages(files);
        for (const file of files) {
          const source = documentOf(template, file, bundle, site);
          const fileName = fileNameOf(file.addresses[file.language.tag] ?? "");
          if (fileName === "index.html") index.source = source;
          else this.emitFile({ type: "asset", fileName, source });
        }
        const policy = `${contentSecurity(template)}; frame-ancestors *`;
        this.emitFile({
          type: "asset",
          fileName: "_headers",
          source: `/*\n  Content-Security-Policy: ${policy}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n`,
        });
      },
    },
  };
}

/**
 * "zh/lessons/" is the file zh/lessons/index.html; the page for lost addresses has the name that hosts look for.
 * @param {string} address
 */
function fileNameOf(address) {
  if (/^(\w+\/)?404\/$/.test(address)) return `${address.slice(0, -1)}.html`;
  return `${address === "./" ? "" : address}index.html`;
}

/**
 * @param {string} template index.html as it was built
 * @param {SiteFile} file
 * @param {import("vite").Rolldown.OutputBundle} bundle
 * @param {string | null} site
 */
function documentOf(template, file, bundle, site) {
  const { path, canonical, isListed, isLost, addresses, drawn, language } = file;
  const address = addresses[language.tag] ?? "";
  // A lost address may be of any depth: only the site's own address leads back to its root.
  const depth = fileNameOf(address).split("/").length - 1;
  const base = isLost ? (site ? new URL(site).pathname : "/") : "../".repeat(depth) || "./";
  const full = (/** @type {string} */ below) => (site ? new URL(below, site).href : null);
  const alternates = Object.entries(addresses).map(
    ([tag, other]) => site && `<link rel="alternate" hreflang="${tag}" href="${full(other)}">`,
  );
  const links = [
    ...styleLinks(bundle, path),
    ...wordLinks(bundle, language),
    ...(site && isListed
      ? [
          `<link rel="canonical" href="${full(canonical)}">`,
          `<link rel="alternate" hreflang="x-default" href="${full(addresses.en ?? "")}">`,
          ...alternates,
          `<meta property="og:url" content="${full(address)}">`,
        ]
      : []),
    ...(!isListed ? ['<meta name="robots" content="noindex">'] : []),
  ];
  const text = (/** @type {string} */ words) =>
    words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const head = (/** @type {string} */ html, /** @type {RegExp} */ pattern, /** @type {string} */ by) => {
    if (!pattern.test(html)) throw new Error(`index.html has no ${pattern}`);
    return html.replace(pattern, (_all, before, after) => before + text(by) + after);
  };
  let html = template;
  html = head(html, /(<html lang=")[^"]*(")/, language.tag);
  html = head(html, /(<base href=")[^"]*(")/, base);
  html = head(html, /(<title>)[^<]*(<\/title>)/, drawn.title);
  html = head(html, /(<meta\s+name="description"\s+content=")[^"]*(")/, drawn.description);
  html = head(html, /(<meta\s+property="og:title"\s+content=")[^"]*(")/, drawn.title);
  html = head(html, /(<meta\s+property="og:description"\s+content=")[^"]*(")/, drawn.description);
  if (language.id !== "en")
    html = html.replace(
      /(og:locale" content=")en(" \/>[\s\S]*?og:locale:alternate" content=")zh_CN/,
      "$1zh_CN$2en",
    );
  html = head(
    html,
    /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/,
    contentSecurity(template),
  );
  return html
    .replace("</head>", () => `  ${links.join("\n    ")}\n  </head>`)
    .replace(place, () => `<div id="root" data-path="${path}">${drawn.html}</div>`);
}

/**
 * What a page may load: its own files, WebAssembly, and the short scripts of index.html by their hashes. Styles in
 * attributes are React's.
 * @param {string} html
 */
function contentSecurity(html) {
  const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join("; ");
}

/** The chunks that draw a page, by the first part of its path: their style sheets belong in its head. */
const drawnBy = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  "": [],
  lessons: ["features/lesson/Lessons.tsx"],
  playground: ["app/PlaygroundPage.tsx"],
  "prompt-lab": ["app/PromptLabPage.tsx"],
  methods: ["features/methods/Methods.tsx"],
  "real-models": ["features/real-models/RealModels.tsx"],
  "which-method": ["features/guide/WhichMethod.tsx"],
  preferences: ["app/PreferencesRoute.tsx"],
  glossary: ["features/glossary/Glossary.tsx"],
  speed: ["features/speed/Speed.tsx"],
  about: ["features/about/About.tsx"],
  offline: [],
  embed: ["app/EmbedRoute.tsx"],
  404: [],
});

/**
 * Links to the style sheets that a page brings with it, beside those that index.html asks for itself.
 * @param {import("vite").Rolldown.OutputBundle} bundle
 * @param {string} path
 */
function styleLinks(bundle, path) {
  const [, page = "", id] = path.split("/");
  const files = page === "lessons" && id ? ["app/LessonRoute.tsx", `lessons/${id}/index.ts`] : drawnBy[page];
  if (!files) throw new Error(`no chunk draws ${path}`);
  const chunks = chunksOf(bundle);
  const known = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => sheetsOf(chunk)));
  const sheets = files.flatMap((file) => sheetsOf(chunkOf(chunks, file)));
  return [...new Set(sheets)]
    .filter((sheet) => !known.has(sheet))
    .map((sheet) => `<link rel="stylesheet" crossorigin href="./${sheet}">`);

  /**
   * What a sheet builds on stands before it.
   * @param {import("vite").Rolldown.OutputChunk} chunk
   * @param {Set<string>} seen chunks that were looked at, each once
   * @returns {string[]}
   */
  function sheetsOf(chunk, seen = new Set()) {
    if (seen.has(chunk.fileName)) return [];
    seen.add(chunk.fileName);
    const imports = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
    return [...imports.flatMap((each) => sheetsOf(each, seen)), ...(chunk.viteMetadata?.importedCss ?? [])];
  }
}

/**
 * The words of the page's language are asked for at once, not only when the script has come.
 * @param {import("vite").Rolldown.OutputBundle} bundle
 * @param {Language} language
 */
function wordLinks(bundle, { id }) {
  const names = ["app", "bases", "tasks"].map(
    (name) => chunkOf(chunksOf(bundle), `i18n/${id}/${name}.json`).fileName,
  );
  return [...new Set(names)].map((name) => `<link rel="modulepreload" crossorigin href="./${name}">`);
}

/** @param {import("vite").Rolldown.OutputBundle} bundle */
function chunksOf(bundle) {
  return Object.values(bundle).filter((file) => file.type === "chunk");
}

/**
 * @param {readonly import("vite").Rolldown.OutputChunk[]} chunks
 * @param {string} file below src
 */
function chunkOf(chunks, file) {
  const chunk =
    chunks.find((each) => each.facadeModuleId?.endsWith(`/src/${file}`)) ??
    chunks.find((each) => each.moduleIds.some((id) => id.endsWith(`/src/${file}`)));
  if (!chunk) throw new Error(`the bundle has no chunk of ${file}`);
  return chunk;
}

/** @returns {Promise<readonly SiteFile[]>} */
async function drawAll() {
  const vite = await createServer({
    root,
    mode: "production",
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const { fetch } = globalThis;
  globalThis.fetch = fetchPublic;
  try {
    const { languages } = await vite.ssrLoadModule("/src/i18n/languages.ts");
    const { addressOf } = await vite.ssrLoadModule("/src/state/address.ts");
    const { lostPath, sitePages } = await vite.ssrLoadModule("/src/prerender/site-pages.ts");
    const { drawPage } = await vite.ssrLoadModule("/src/prerender/draw-page.tsx");
    const pages = await sitePages();
    const files = [];
    // One language after the other: the page speaks one at a time.
    for (const language of languages)
      for (const { path, canonical, isListed } of pages) {
        /** @type {Record<string, string>} */
        const addresses = {};
        for (const { id, tag } of languages) addresses[tag] = addressOf(path, id);
        const drawn = await drawPage(path, language.id);
        files.push({
          path,
          canonical: addressOf(canonical, language.id),
          isListed,
          isLost: path === lostPath,
          addresses,
          drawn,
          language,
        });
      }
    return files;
  } finally {
    globalThis.fetch = fetch;
    await vite.close();
  }
}

/**
 * What the page fetches while it is drawn are files of public/.
 * @param {Parameters<typeof fetch>[0]} path
 */
async function fetchPublic(path) {
  return new Response(readFileSync(`${root}/public/${path}`));
}
