import type { LessonFigures } from "../../claims/claim";
import { findLesson } from "../../lessons/index";
import type { Lesson } from "../../lessons/lesson";
import { imported } from "../../lib/imported";
import { fetchFigures } from "./fetch-figures";

/** What a lesson is drawn from. */
export interface FetchedLesson {
  readonly lesson: Lesson;
  /** null where they could not be fetched: the lesson goes on without. */
  readonly figures: LessonFigures | null;
}

const whole = new Map<string, FetchedLesson>();

/** Text and figures of a lesson, at the same time. Rejects where there is no such lesson, or its text cannot be had. */
export async function fetchLesson(id: string): Promise<FetchedLesson> {
  const entry = findLesson(id);
  if (!entry) throw new Error(`no lesson is called "${id}"`);
  const [{ lesson }, figures] = await Promise.all([
    imported<{ readonly lesson: Lesson }>(entry.load),
    fetchFigures(id),
  ]);
  // Without its figures it is not whole: they are asked for again.
  if (figures) whole.set(id, { lesson, figures });
  return { lesson, figures };
}

/** The lesson, if it has come before with all that belongs to it. */
export function fetchedLesson(id: string): FetchedLesson | undefined {
  return whole.get(id);
}
