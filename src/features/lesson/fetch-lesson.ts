import type { LessonFigures } from "../../claims/figures";
import { findLesson } from "../../lessons/index";
import type { Lesson } from "../../lessons/lesson";
import { retryImport } from "../../lib/retry-import";
import { fetchFigures } from "./fetch-figures";

/** What a lesson is drawn from. */
export interface FetchedLesson {
  readonly lesson: Lesson;
  /** null where they could not be fetched: the lesson goes on without. */
  readonly figures: LessonFigures | null;
}

const fetched = new Map<string, FetchedLesson>();

/**
 * Text and figures of a lesson, at the same time; figures that could not be had are asked for again by the next call.
 * Rejects where there is no such lesson, or its text cannot be had.
 */
export async function fetchLesson(id: string): Promise<FetchedLesson> {
  const entry = findLesson(id);
  if (!entry) throw new Error(`no lesson is called "${id}"`);
  const [{ lesson }, figures] = await Promise.all([
    retryImport<{ readonly lesson: Lesson }>(entry.load),
    fetchFigures(id),
  ]);
  const whole = { lesson, figures };
  fetched.set(id, whole);
  return whole;
}

/** The lesson as it came last, if it came. */
export function fetchedLesson(id: string): FetchedLesson | undefined {
  return fetched.get(id);
}
