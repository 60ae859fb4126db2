import { Lesson, type LessonProps } from "../features/lesson/Lesson";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { lessonRace } from "./races";

/** A lesson with the race of its figures: the playground's is left alone. */
export function LessonRoute(props: LessonProps) {
  return (
    <ExperimentProvider race={lessonRace}>
      <Lesson {...props} />
    </ExperimentProvider>
  );
}
