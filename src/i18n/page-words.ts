import type { Language } from "./languages";

/** Fetches the words of a namespace in one language. */
type FetchWords = () => Promise<{ readonly default: object }>;

/** Words that every page speaks: there before the first drawing. */
export const sharedWords = {
  app: { en: () => import("./en/app.json"), zh: () => import("./zh/app.json") },
  bases: { en: () => import("./en/bases.json"), zh: () => import("./zh/bases.json") },
  tasks: { en: () => import("./en/tasks.json"), zh: () => import("./zh/tasks.json") },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, FetchWords>>>>;

/** Words that come with the pages that use them (src/app/pages.ts says which), one file for each language. */
export const pageWords = {
  about: { en: () => import("./en/about.json"), zh: () => import("./zh/about.json") },
  embed: { en: () => import("./en/embed.json"), zh: () => import("./zh/embed.json") },
  glossary: { en: () => import("./en/glossary.json"), zh: () => import("./zh/glossary.json") },
  guide: { en: () => import("./en/guide.json"), zh: () => import("./zh/guide.json") },
  inspect: { en: () => import("./en/inspect.json"), zh: () => import("./zh/inspect.json") },
  lab: { en: () => import("./en/lab.json"), zh: () => import("./zh/lab.json") },
  lessons: { en: () => import("./en/lessons.json"), zh: () => import("./zh/lessons.json") },
  map: { en: () => import("./en/map.json"), zh: () => import("./zh/map.json") },
  methods: { en: () => import("./en/methods.json"), zh: () => import("./zh/methods.json") },
  ownData: { en: () => import("./en/own-data.json"), zh: () => import("./zh/own-data.json") },
  playground: { en: () => import("./en/playground.json"), zh: () => import("./zh/playground.json") },
  preferences: {
    en: () => import("./en/preferences.json"),
    zh: () => import("./zh/preferences.json"),
  },
  prompt: { en: () => import("./en/prompt.json"), zh: () => import("./zh/prompt.json") },
  realModels: { en: () => import("./en/real-models.json"), zh: () => import("./zh/real-models.json") },
  recipes: { en: () => import("./en/recipes.json"), zh: () => import("./zh/recipes.json") },
  results: { en: () => import("./en/results.json"), zh: () => import("./zh/results.json") },
  runs: { en: () => import("./en/runs.json"), zh: () => import("./zh/runs.json") },
  things: { en: () => import("./en/things.json"), zh: () => import("./zh/things.json") },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, FetchWords>>>>;

export const wordFiles = { ...sharedWords, ...pageWords };

export type SharedNamespace = keyof typeof sharedWords;
export type PageNamespace = keyof typeof pageWords;
export type Namespace = keyof typeof wordFiles;

/** All words of a language by namespace; English has every key that there is. */
export type AllWords = {
  readonly [Name in Namespace]: Awaited<ReturnType<(typeof wordFiles)[Name]["en"]>>["default"];
};

export const sharedNamespaces = Object.keys(sharedWords) as SharedNamespace[];
export const pageNamespaces = Object.keys(pageWords) as PageNamespace[];
