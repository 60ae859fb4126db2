// Files of public/ in a build: those that change with the site carry a hash of their content in their name, so that
// browsers may keep them for good.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

/** What is fetched by scripts; texts that people open, and files that hosts look for, keep their names. */
const isHashed = (/** @type {string} */ path) =>
  /^(checkpoints|data|runs)\//.test(path) &&
  /\.(json|safetensors|tsv|txt)$/.test(path) &&
  path !== "data/manifest.json";

/** Gives `virtual:public-files`: the name of a file in this build by its path below public/, where the two differ. */
const id = "virtual:public-files";

/**
 * @param {{ emit: boolean }} options whether this build writes the files: the workers are builds of their own, and name
 * them only
 * @returns {import("vite").Plugin}
 */
export function publicFiles({ emit }) {
  let isBuild = false;
  return {
    name: "public-files",
    config: () => ({ build: { copyPublicDir: false } }),
    configResolved: ({ command }) => {
      isBuild = command === "build";
    },
    resolveId: (name) => (name === id ? `\0${id}` : undefined),
    load(name) {
      if (name !== `\0${id}`) return;
      if (!isBuild) return "export const names = {};";
      // Pages read figures, workers read bases and data: neither carries the names of the other's files.
      const isRead = emit ? /^runs\/|^data\/published-counts/ : /^(checkpoints|data)\//;
      const named = files().filter(({ path, name }) => path !== name && isRead.test(path));
      const names = Object.fromEntries(named.map(({ path, name }) => [path, name]));
      return `export const names = ${JSON.stringify(names)};`;
    },
    generateBundle() {
      if (!emit) return;
      for (const { path, name } of files())
        this.emitFile({ type: "asset", fileName: name, source: readFileSync(join(root, "public", path)) });
    },
  };
}

/** @type {readonly { readonly path: string, readonly name: string }[] | undefined} */
let found;

/** Every file of public/ with its name in a build: read and hashed once, for the page and its workers. */
function files() {
  found ??= readdirSync(join(root, "public"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(root, "public").length + 1)
        .replaceAll("\\", "/"),
    )
    .map((path) => ({ path, name: isHashed(path) ? hashed(path) : path }));
  return found;
}

/** @param {string} path */
function hashed(path) {
  const content = readFileSync(join(root, "public", path));
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  return path.replace(/(\.\w+)$/, `.${hash}$1`);
}

/**
 * Writes offline-files.json: every file of the build with its size in bytes, for whoever wants to keep the site. It is
 * made after all others.
 * @returns {import("vite").Plugin}
 */
export function offlineFiles() {
  return {
    name: "offline-files",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const sizes = Object.values(bundle)
          .filter(
            ({ fileName }) => !/^(_headers|robots\.txt|sitemap\.xml|social\.png)$|404\.html$/.test(fileName),
          )
          .map((file) => [file.fileName, Buffer.byteLength(file.type === "chunk" ? file.code : file.source)]);
        this.emitFile({
          type: "asset",
          fileName: "offline-files.json",
          source: JSON.stringify(Object.fromEntries(sizes)),
        });
      },
    },
  };
}
