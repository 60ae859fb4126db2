import type { ComponentType } from "react";
import { loadWords } from "../i18n/i18n";
import type { PageNamespace } from "../i18n/page-words";
import { retryImport } from "../lib/retry-import";

/** What an address may hand to its page. */
export interface PageParts {
  readonly id?: string | undefined;
  readonly step?: string | undefined;
}

type Fetch = () => Promise<ComponentType<PageParts>>;

/** Fetches a page. */
export interface LoadPage extends Fetch {
  /** The page, once it has come with its words: then it is drawn at once. */
  readonly fetched: () => ComponentType<PageParts> | null;
}

/** A page, or the words it shows, could not be fetched. */
export class LostPageError extends Error {
  override name = "LostPageError";
}

/** Pages that are fetched when first asked for, each with the words it shows (page-words.test.ts holds the lists complete). */
export const pages = {
  playground: withWords(
    () => retryImport(() => import("./PlaygroundPage")).then((page) => page.PlaygroundPage),
    ["inspect", "methods", "ownData", "playground", "recipes", "results", "runs"],
  ),
  promptLab: withWords(
    () => retryImport(() => import("./PromptLabPage")).then((page) => page.PromptLabPage),
    ["lab", "methods", "playground", "prompt", "things"],
  ),
  methods: withWords(
    () => retryImport(() => import("../features/methods/Methods")).then((page) => page.Methods),
    ["map", "methods", "playground", "recipes"],
  ),
  realModels: withWords(
    () => retryImport(() => import("../features/real-models/RealModels")).then((page) => page.RealModels),
    ["methods", "playground", "realModels", "recipes"],
  ),
  whichMethod: withWords(
    () => retryImport(() => import("../features/guide/WhichMethod")).then((page) => page.WhichMethod),
    ["guide", "lessons", "methods", "playground", "realModels", "recipes"],
  ),
  preferences: withWords(
    () => retryImport(() => import("./PreferencesRoute")).then((page) => page.PreferencesRoute),
    ["methods", "playground", "preferences"],
  ),
  about: withWords(
    () => retryImport(() => import("../features/about/About")).then((page) => page.About),
    ["about"],
  ),
  speed: withWords(
    () => retryImport(() => import("../features/speed/Speed")).then((page) => page.Speed),
    ["methods"],
  ),
  glossary: withWords(
    () => retryImport(() => import("../features/glossary/Glossary")).then((page) => page.Glossary),
    ["glossary"],
  ),
  lessons: withWords(
    () => retryImport(() => import("../features/lesson/Lessons")).then((page) => page.Lessons),
    ["lessons"],
  ),
  embed: withWords(
    () => retryImport(() => import("./EmbedRoute")).then((page) => page.EmbedRoute),
    ["embed", "glossary", "lab", "lessons", "methods", "playground", "preferences", "prompt", "things"],
  ),
  lesson: withWords(
    () => retryImport(() => import("./LessonRoute")).then((page) => page.LessonRoute),
    ["glossary", "lessons", "methods", "playground", "preferences", "prompt", "things"],
  ),
};

/** Page and words at the same time: neither waits for the other. */
function withWords(load: Fetch, words: readonly PageNamespace[]): LoadPage {
  let fetched: ComponentType<PageParts> | null = null;
  const fetchPage = async (): Promise<ComponentType<PageParts>> => {
    try {
      [fetched] = await Promise.all([load(), loadWords(words)]);
    } catch (cause) {
      throw new LostPageError(cause instanceof Error ? cause.message : String(cause), { cause });
    }
    return fetched;
  };
  return Object.assign(fetchPage, { fetched: () => fetched });
}
