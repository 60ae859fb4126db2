import { EmbeddedLesson } from "../features/embed/EmbeddedLesson";
import { EmbeddedPrompt } from "../features/embed/EmbeddedPrompt";
import { EmbeddedRace } from "../features/embed/EmbeddedRace";
import { Lesson } from "../features/lesson/Lesson";
import { TokenByToken } from "../features/prompt-lab/TokenByToken";
import { PreferenceProvider } from "../preference-view/PreferenceProvider";
import { PromptProvider } from "../prompt-view/PromptProvider";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { frameLab, labPrompt } from "./lab";
import { preferenceRace } from "./preference-race";
import { lessonPrompt } from "./prompts";
import { lessonRace } from "./races";

/** A figure alone, for other pages: a race, a prompt experiment, or a step of a lesson. */
export function EmbedRoute({ id }: { readonly id?: string | undefined }) {
  if (id === "race") return <EmbeddedRace />;
  if (id === "prompt")
    return (
      <PromptProvider experiment={labPrompt}>
        <EmbeddedPrompt lab={frameLab}>
          {(prompt) => <TokenByToken model={null} prompt={prompt} />}
        </EmbeddedPrompt>
      </PromptProvider>
    );
  return (
    <ExperimentProvider race={lessonRace}>
      <PromptProvider experiment={lessonPrompt}>
        <PreferenceProvider race={preferenceRace}>
          <EmbeddedLesson>
            {({ id, step, isAnswerShown }) => (
              <Lesson id={id} isAlone isAnswerShown={isAnswerShown} step={step} />
            )}
          </EmbeddedLesson>
        </PreferenceProvider>
      </PromptProvider>
    </ExperimentProvider>
  );
}
