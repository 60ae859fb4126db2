import type { Language } from "./languages";

/** Words that come with the pages that use them (src/app/pages.ts says which), by namespace and language. */
export const pageWords = {
  about: { en: () => import("./en/about.json"), zh: () => import("./zh/about.json") },
  closer: { en: () => import("./en/closer.json"), zh: () => import("./zh/closer.json") },
  lessons: { en: () => import("./en/lessons.json"), zh: () => import("./zh/lessons.json") },
  map: { en: () => import("./en/map.json"), zh: () => import("./zh/map.json") },
  methods: { en: () => import("./en/methods.json"), zh: () => import("./zh/methods.json") },
  playground: { en: () => import("./en/playground.json"), zh: () => import("./zh/playground.json") },
  realModels: { en: () => import("./en/real-models.json"), zh: () => import("./zh/real-models.json") },
  recipes: { en: () => import("./en/recipes.json"), zh: () => import("./zh/recipes.json") },
  results: { en: () => import("./en/results.json"), zh: () => import("./zh/results.json") },
} as const satisfies Readonly<
  Record<string, Readonly<Record<Language, () => Promise<{ readonly default: object }>>>>
>;

export type PageNamespace = keyof typeof pageWords;

/** The English words of every such namespace. */
export type PageWords = {
  readonly [Name in PageNamespace]: Awaited<ReturnType<(typeof pageWords)[Name]["en"]>>["default"];
};

/** All of them. */
export const pageNamespaces = Object.keys(pageWords) as PageNamespace[];
