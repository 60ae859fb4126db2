import type { Lesson, LessonInfo } from "./lesson";

/** A lesson of the list: what is known of it before it is loaded. */
export interface LessonEntry extends LessonInfo {
  readonly load: () => Promise<{ readonly lesson: Lesson }>;
}

/** The lessons in their order. The text and the figures of each are loaded when it is opened. */
export const lessons = [
  { id: "lora", minutes: 12, section: "§1.4", load: () => import("./lora/index") },
] as const satisfies readonly LessonEntry[];

/** The lesson of this id; undefined where there is none. */
export function findLesson(id: string): (typeof lessons)[number] | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
