import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { files, room, root, source } from "./test-imports";

// A style sheet X.module.css belongs to the components that import it, all of them in its folder.

const read = (path: string): string => readFileSync(join(root, path), "utf8").replace(/\/\*.*?\*\//gs, "");
const sheets = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".css"));
const modules = sheets.filter((path) => path.endsWith(".module.css"));

/** The classes of the selectors of a sheet. */
function defined(path: string): Set<string> {
  const selectors = [...read(path).matchAll(/([^{}]+)\{/g)].map(([, selector]) => selector!);
  return new Set(
    selectors
      .filter((selector) => !selector.trim().startsWith("@"))
      .flatMap((selector) => [...selector.replace(/:global\([^)]*\)/g, "").matchAll(/\.([a-zA-Z][\w-]*)/g)])
      .map(([, name]) => name!),
  );
}

interface Use {
  readonly file: string;
  readonly sheet: string;
  readonly names: readonly string[];
}

/** What each file takes of a sheet: styles.name, or styles[kind], of which nothing is known. */
const uses: readonly Use[] = files.flatMap((file) =>
  [...source(file).matchAll(/import (\w+) from "([^"]+\.module\.css)"/g)].map(([, variable, path]) => ({
    file,
    sheet: normalize(join(dirname(file), path!)).replaceAll("\\", "/"),
    names: [...source(file).matchAll(new RegExp(`\\b${variable}(?:\\.(\\w+)|(\\[))`, "g"))].map(
      ([, name]) => name ?? "[",
    ),
  })),
);
const usesOf = (sheet: string): readonly Use[] => uses.filter((use) => use.sheet === sheet);

test("every class that is used is defined", () => {
  const missing = uses.flatMap(({ file, sheet, names }) =>
    names.filter((name) => name !== "[" && !defined(sheet).has(name)).map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test("every class that is defined is used", () => {
  const idle = modules.flatMap((sheet) => {
    const names = new Set(usesOf(sheet).flatMap((use) => use.names));
    return names.has("[")
      ? []
      : [...defined(sheet)].filter((name) => !names.has(name)).map((name) => `${sheet}: ${name}`);
  });
  expect(idle).toEqual([]);
});

test("a sheet is imported from its own folder only", () => {
  expect(uses.filter(({ file, sheet }) => dirname(file) !== dirname(sheet))).toEqual([]);
});

test("sheets have names unlike each other, for the names of their classes start with them", () => {
  const names = modules.map((path) => basename(path));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("no sheet reaches for the classes of another, but those of a library", () => {
  const reached = modules.flatMap((path) =>
    [...read(path).matchAll(/:global\(\.([\w-]+)\)/g)].map(([, name]) => `${path}: ${name}`),
  );
  expect(reached.filter((name) => !/: recharts-/.test(name))).toEqual([]);
});

test("only the frame of the page and the shared controls have classes that are seen everywhere", () => {
  const open = sheets.filter((path) => !path.endsWith(".module.css"));
  expect(open.filter((path) => !["app", "components"].includes(room(path)))).toEqual([]);
});
