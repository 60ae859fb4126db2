import { describe, expect, it } from "vitest";
import { pageNamespaces } from "../i18n/page-words";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*"], {
  query: "?raw",
  import: "default",
  eager: true,
});
/** Text by path below src. */
const files = new Map(Object.entries(sources).map(([path, text]) => [normal(`app/${path}`), text]));

/** "app/../i18n/en" -> "i18n/en" */
function normal(path: string): string {
  return new URL(path, "file:///").pathname.slice(1);
}

/** The files that come with one, at once or later. Types and files taken as text bring nothing. */
function closure(start: string): string[] {
  const reached = new Set([start]);
  for (const path of reached) {
    // The list only names the lessons; what is in them comes with the page that opens one.
    if (path === "lessons/index.ts" && start !== "app/LessonRoute.tsx") continue;
    // The panel is fetched when it is asked for, and brings its words itself.
    if (path === "race-view/SharePopover.tsx") {
      reached.delete(path);
      continue;
    }
    const text = files.get(path) ?? "";
    for (const [, target] of text.matchAll(/(?:\bfrom|\bimport\()\s*["'](\.[^"'?]+)["']/g)) {
      const base = normal(`${path.slice(0, path.lastIndexOf("/") + 1)}${target}`);
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
const entries = [...table.matchAll(/import\("(\.[\w./-]+)"\)\)\.then[^[]*(\[[^\]]*\])/g)].map(
  ([, page, words]) =>
    [normal(`app/${page}.tsx`), [...words!.matchAll(/"(\w+)"/g)].map(([, name]) => name!)] as const,
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
    const home = files.get("features/home/Home.tsx") ?? "";
    const [, words = ""] = /loadWords\((\[[^\]]*\])\)/.exec(home) ?? [];
    expect(JSON.parse(words).sort()).toEqual(spoken(closure("features/home/HomeRace.tsx")));
    const shell = ["App", "ErrorBoundary", "Footer", "Header", "SettingsForm"].map(
      (name) => `app/${name}.tsx`,
    );
    expect(spoken([...shell, "features/home/Home.tsx", "components/NotFound.tsx"])).toEqual([]);
  });
});
