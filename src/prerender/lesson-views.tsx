import type { ReactElement } from "react";
import { LessonPage } from "../features/lesson/LessonPage";
import { allLessons } from "./all-lessons";

/** Every step of every lesson as it is first seen, by path: "lessons/lora" for the first, "lessons/lora/zero" for each. */
export async function lessonViews(
  figures: (lesson: string) => unknown,
): Promise<ReadonlyMap<string, ReactElement>> {
  const views = new Map<string, ReactElement>();
  for (const props of await allLessons(figures)) {
    const path = `lessons/${props.lesson.id}`;
    views.set(path, <LessonPage {...props} stepId={undefined} />);
    for (const { id } of props.lesson.steps)
      views.set(`${path}/${id}`, <LessonPage {...props} stepId={id} />);
  }
  return views;
}
