import { findLesson } from "../lessons/index";
import { retryImport } from "../lib/retry-import";
import { pages } from "./pages";

const chart = (): Promise<unknown> => import("../charts/LossChart");
const fetchLesson = async (id: string): Promise<unknown> =>
  (await retryImport(() => import("../features/lesson/fetch-lesson"))).fetchLesson(id);

/** Parts of a page: those it cannot be drawn without, and those it asks for by and by. */
interface Parts {
  readonly first: readonly (() => Promise<unknown>)[];
  readonly later: readonly (() => Promise<unknown>)[];
}

/** By the first part of a page's path. */
const parts: Readonly<Record<string, (id: string) => Parts>> = {
  "": () => ({ first: [], later: [() => import("../features/home/HomeRace"), chart] }),
  lessons: (id) =>
    findLesson(id)
      ? { first: [pages.lesson, () => fetchLesson(id)], later: [chart] }
      : { first: [pages.lessons], later: [] },
  playground: () => ({ first: [pages.playground], later: [chart] }),
  "prompt-lab": () => ({ first: [pages.promptLab], later: [] }),
  methods: () => ({ first: [pages.methods], later: [] }),
  "real-models": () => ({ first: [pages.realModels], later: [] }),
  "which-method": () => ({ first: [pages.whichMethod], later: [] }),
  preferences: () => ({ first: [pages.preferences], later: [] }),
  speed: () => ({ first: [pages.speed], later: [] }),
  embed: () => ({ first: [pages.embed], later: [chart] }),
  glossary: () => ({ first: [pages.glossary], later: [] }),
  about: () => ({ first: [pages.about], later: [] }),
};

/**
 * Begins to fetch all that an address will show before anything is drawn, so that nothing of it waits for another.
 * Resolves when the page can be drawn, or what it cannot be drawn without cannot be had: whoever needs a part asks again,
 * and says so where it fails.
 */
export async function fetchAhead(path: string): Promise<void> {
  const [, page = "", id = ""] = path.split("/");
  const found = Object.hasOwn(parts, page) ? parts[page]?.(id) : undefined;
  // While building nothing is asked for by and by.
  if (!import.meta.env.SSR) for (const part of found?.later ?? []) part().catch(() => {});
  await Promise.allSettled(found?.first.map((part) => part()) ?? []);
}
