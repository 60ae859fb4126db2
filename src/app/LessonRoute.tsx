import { Lesson, type LessonProps } from "../features/lesson/Lesson";
import { PreferenceProvider } from "../preference-view/PreferenceProvider";
import { PromptProvider } from "../prompt-view/PromptProvider";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { useAddressQuery } from "../state/address-query";
import { preferenceRace } from "./preference-race";
import { lessonPrompt } from "./prompts";
import { lessonRace } from "./races";

/** A lesson with the experiments of its figures: the playground's is left alone. */
export function LessonRoute(props: LessonProps) {
  const [query] = useAddressQuery("/lessons");
  // A teacher may send a link to a step with its answer.
  const isAnswerShown = new URLSearchParams(query).get("answer") === "shown";
  return (
    <ExperimentProvider race={lessonRace}>
      <PromptProvider experiment={lessonPrompt}>
        <PreferenceProvider race={preferenceRace}>
          <Lesson {...props} isAnswerShown={isAnswerShown} />
        </PreferenceProvider>
      </PromptProvider>
    </ExperimentProvider>
  );
}
