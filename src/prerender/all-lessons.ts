import { parseLessonFigures } from "../claims/lesson-figures";
import type { FetchedLesson } from "../features/lesson/fetch-lesson";
import { lessons } from "../lessons/index";

/** Every lesson in its order with its figures, for what is drawn while building: `figures` gives the JSON of a lesson's. */
export function allLessons(figures: (lesson: string) => unknown): Promise<readonly FetchedLesson[]> {
  return Promise.all(
    lessons.map(async ({ id, load }) => ({
      lesson: (await load()).lesson,
      figures: parseLessonFigures(figures(id)),
    })),
  );
}
