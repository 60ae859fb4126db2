import type { LessonFigures } from "../../claims/figures";
import { parseLessonFigures } from "../../claims/lesson-figures";
import { keptFetch } from "../../lib/kept-fetch";
import { publicFile } from "../../lib/public-file";

const asked = new Map<string, Promise<LessonFigures | null>>();

/** The figures of a lesson, fetched once; null where they cannot be had: then the next call asks anew. */
export async function fetchFigures(lesson: string): Promise<LessonFigures | null> {
  const answer = asked.get(lesson) ?? load(lesson);
  asked.set(lesson, answer);
  const figures = await answer;
  if (!figures) asked.delete(lesson);
  return figures;
}

async function load(lesson: string): Promise<LessonFigures | null> {
  try {
    const response = await keptFetch(publicFile(`runs/claims/${lesson}.json`));
    return response.ok ? parseLessonFigures(await response.json()) : null;
  } catch {
    return null;
  }
}
