import type { ReactNode } from "react";
import type { LessonFigures } from "../../claims/figures";
import type { Lesson, LessonStep } from "../../lessons/lesson";

/** What a live step is made of. */
export interface StepParts {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly figures: LessonFigures | null;
  /** The answer is shown, whether or not the learner has guessed. */
  readonly isAnswerShown: boolean;
  readonly children: ReactNode;
}
