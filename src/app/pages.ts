import type { ComponentType } from "react";
import { loadWords } from "../i18n/i18n";
import type { PageNamespace } from "../i18n/page-words";

/** What an address may hand to its page. */
export interface PageParts {
  readonly id?: string | undefined;
  readonly step?: string | undefined;
}

export type LoadPage = () => Promise<ComponentType<PageParts>>;

/** Pages that are fetched when first asked for, each with the words it shows (page-words.test.ts holds the lists complete). */
export const pages = {
  playground: withWords(
    () => import("../pages/Playground").then((page) => page.Playground),
    ["closer", "methods", "playground", "recipes", "results"],
  ),
  methods: withWords(
    () => import("../pages/Methods").then((page) => page.Methods),
    ["map", "methods", "playground", "recipes"],
  ),
  realModels: withWords(
    () => import("../pages/RealModels").then((page) => page.RealModels),
    ["methods", "playground", "realModels", "recipes"],
  ),
  about: withWords(() => import("../pages/About").then((page) => page.About), ["about"]),
  speed: withWords(() => import("../pages/Speed").then((page) => page.Speed), ["methods"]),
  lessons: withWords(() => import("../pages/Lessons").then((page) => page.Lessons), ["lessons"]),
  lesson: withWords(
    () => import("../pages/Lesson").then((page) => page.Lesson),
    ["lessons", "methods", "playground"],
  ),
};

/** Page and words at the same time: neither waits for the other. */
function withWords(load: LoadPage, words: readonly PageNamespace[]): LoadPage {
  return async () => {
    const [page] = await Promise.all([load(), loadWords(words)]);
    return page;
  };
}
