import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pageNamespaces } from "../i18n/page-words";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const files = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join(root, path), "utf8")] as const),
);

/** The files that come with one, at once or later. Types and files taken as text bring nothing. */
function closure(start: string): string[] {
  const reached = new Set([start]);
  for (const path of reached) {
    const text = files.get(path) ?? "";
    for (const [, target] of text.matchAll(/(?:\bfrom|\bimport\()\s*["'](\.[^"'?]+)["']/g)) {
      const base = join(dirname(path), target!).replaceAll("\\", "/");
      const found = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((each) => files.has(each));
      if (found) reached.add(found);
    }
  }
  return [...reached];
}

/** The namespaces that files speak from: useTranslation("map"), t("playground:scale.label"), words of methods. */
function spoken(paths: readonly string[]): string[] {
  const text = paths.map((path) => files.get(path)).join("\n");
  const named = [...text.matchAll(/useTranslation\(([^)]*)\)|\bns: ("\w+")|\bt\(\s*["'`](\w+):/g)]
    .flatMap(([, list, ns, prefix]) => [...(list ?? ns ?? `"${prefix}"`).matchAll(/"(\w+)"/g)])
    .map(([, name]) => name!);
  const ofMethods = /\.(?:method|option|choice)\([^)]/.test(text) ? ["methods"] : [];
  const known: readonly string[] = pageNamespaces;
  return [...new Set([...named, ...ofMethods])].filter((name) => known.includes(name)).sort();
}

const table = files.get("app/pages.ts") ?? "";
const entries = [...table.matchAll(/import\("\.\.\/(pages\/\w+)"\)[^[]*(\[[^\]]*\])/g)].map(
  ([, page, words]) => [`${page}.tsx`, [...words!.matchAll(/"(\w+)"/g)].map(([, name]) => name!)] as const,
);

describe("words of pages", () => {
  it("are listed for every page", () => {
    expect(entries.length).toBe([...table.matchAll(/\bimport\(/g)].length);
    expect(entries.length).toBeGreaterThan(4);
  });

  it.each(entries)("%s brings what its components speak, and no more", (page, words) => {
    expect([...words].sort()).toEqual(spoken(closure(page)));
  });

  it("of Home's race come with it; the rest of the shell speaks from the start", () => {
    const home = files.get("pages/Home.tsx") ?? "";
    const [, words = ""] = /loadWords\((\[[^\]]*\])\)/.exec(home) ?? [];
    expect(JSON.parse(words).sort()).toEqual(spoken(closure("pages/home/HomeRace.tsx")));
    const shell = ["App", "ErrorBoundary", "Footer", "Header", "SettingsForm"].map(
      (name) => `app/${name}.tsx`,
    );
    expect(spoken([...shell, "pages/Home.tsx", "pages/NotFound.tsx"])).toEqual([]);
  });
});
