import { Lesson, type LessonProps } from "../features/lesson/Lesson";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { useAddressQuery } from "../state/address-query";
import { lessonRace } from "./races";

/** A lesson with the race of its figures: the playground's is left alone. */
export function LessonRoute(props: LessonProps) {
  const [query] = useAddressQuery("/lessons");
  // A teacher may send a link to a step with its answer.
  const isAnswerShown = new URLSearchParams(query).get("answer") === "shown";
  return (
    <ExperimentProvider race={lessonRace}>
      <Lesson {...props} isAnswerShown={isAnswerShown} />
    </ExperimentProvider>
  );
}
