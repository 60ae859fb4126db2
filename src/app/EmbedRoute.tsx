import { EmbeddedLesson } from "../features/embed/EmbeddedLesson";
import { EmbeddedRace } from "../features/embed/EmbeddedRace";
import { Lesson } from "../features/lesson/Lesson";
import { PromptProvider } from "../prompt-view/PromptProvider";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { lessonPrompt } from "./prompts";
import { lessonRace } from "./races";

/** A figure alone, for other pages: a race, or a step of a lesson. */
export function EmbedRoute({ id }: { readonly id?: string | undefined }) {
  if (id === "race") return <EmbeddedRace />;
  return (
    <ExperimentProvider race={lessonRace}>
      <PromptProvider experiment={lessonPrompt}>
        <EmbeddedLesson>
          {({ id, step, isAnswerShown }) => (
            <Lesson id={id} isAlone isAnswerShown={isAnswerShown} step={step} />
          )}
        </EmbeddedLesson>
      </PromptProvider>
    </ExperimentProvider>
  );
}
