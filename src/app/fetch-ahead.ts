import { findLesson } from "../lessons/index";
import { pages } from "./pages";

const chart = (): Promise<unknown> => import("../charts/LossChart");
const figures = async (lesson: string): Promise<unknown> =>
  (await import("../pages/lesson/fetch-figures")).fetchFigures(lesson);

/** What a page asks for by and by, by the first part of its path. */
const parts: Readonly<Record<string, (id: string) => readonly (Promise<unknown> | undefined)[]>> = {
  "": () => [import("../pages/home/HomeRace"), chart()],
  lessons: (id) => {
    const lesson = findLesson(id);
    return lesson ? [pages.lesson(), lesson.load(), figures(id), chart()] : [pages.lessons()];
  },
  playground: () => [pages.playground(), import("../pages/playground/RaceChart")],
};

/** Begins to fetch all that an address will show before anything is drawn, so that nothing of it waits for another. */
export function fetchAhead(path: string): void {
  const [, page = "", id = ""] = path.split("/");
  // Whoever needs a part asks again, and says so where it cannot be had.
  const found = Object.hasOwn(parts, page) ? parts[page]?.(id) : undefined;
  for (const part of found ?? []) part?.catch(() => {});
}
