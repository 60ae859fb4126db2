import type { Language } from "./languages";

/**
 * Words that come with the pages that use them (src/app/pages.ts says which), by namespace: every language in one file,
 * so that switching loads nothing.
 */
export const pageWords = {
  about: () => import("./both/about"),
  inspect: () => import("./both/inspect"),
  lessons: () => import("./both/lessons"),
  map: () => import("./both/map"),
  methods: () => import("./both/methods"),
  playground: () => import("./both/playground"),
  realModels: () => import("./both/real-models"),
  recipes: () => import("./both/recipes"),
  results: () => import("./both/results"),
} as const satisfies Readonly<
  Record<string, () => Promise<{ readonly words: Readonly<Record<Language, object>> }>>
>;

export type PageNamespace = keyof typeof pageWords;

/** The English words of every such namespace. */
export type PageWords = {
  readonly [Name in PageNamespace]: Awaited<ReturnType<(typeof pageWords)[Name]>>["words"]["en"];
};

/** All of them. */
export const pageNamespaces = Object.keys(pageWords) as PageNamespace[];
