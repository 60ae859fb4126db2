import type { ReactElement } from "react";
import { parseLessonFigures } from "../../claims/lesson-figures";
import { lessons } from "../../lessons/index";
import { LessonPage } from "./LessonPage";

/** Every step of every lesson as it is first seen, by path: "lessons/lora" for the first, "lessons/lora/zero" for each. */
export async function lessonViews(
  figures: (lesson: string) => unknown,
): Promise<ReadonlyMap<string, ReactElement>> {
  const views = new Map<string, ReactElement>();
  for (const { id, load } of lessons) {
    const { lesson } = await load();
    const props = { lesson, figures: parseLessonFigures(figures(id)) };
    views.set(`lessons/${id}`, <LessonPage {...props} stepId={undefined} />);
    for (const step of lesson.steps)
      views.set(`lessons/${id}/${step.id}`, <LessonPage {...props} stepId={step.id} />);
  }
  return views;
}
