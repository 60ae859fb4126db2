import { useTranslation } from "react-i18next";
import { promptFigures } from "../../claims/figures";
import { usePrompt } from "../../prompt-view/use-prompt";
import { VariantScores } from "../../prompt-view/VariantScores";
import { PromptNote } from "./PromptNote";
import type { PromptStep } from "./prompt-step-context";
import { recordedShare } from "./recorded-share";
import { useStep } from "./step-context";
import { useRunNames } from "./use-run-names";

export interface PromptScoresProps {
  readonly runs: readonly string[];
  readonly asked: PromptStep;
}

/** A bar for each run, growing as answers come, in front of what was recorded. */
export function PromptScores({ runs, asked }: PromptScoresProps) {
  const { t } = useTranslation("lessons");
  const { figures, isAnswered } = useStep();
  const nameOf = useRunNames(runs);
  const isRunning = usePrompt((prompt) => asked.isOurs && prompt.phase === "running");
  const info = asked.progress.find((one) => one !== undefined)?.info;
  const recorded = runs.map((run) => promptFigures(figures, run));
  const chance = info?.chance ?? recorded.find((one) => one)?.measures.chance.mean ?? 0;
  const variants = runs.map((run, i) => ({
    key: run,
    name: nameOf(run),
    detail: recorded[i]?.prompt,
    score: asked.scoreOf(run),
    // What was recorded is the answer: it is not drawn before the guess.
    recorded: isAnswered ? recordedShare(recorded[i]) : null,
  }));
  return (
    <>
      <VariantScores
        caption={t("prompt.title")}
        chance={chance}
        isRunning={isRunning}
        questions={info?.questions ?? asked.questions}
        variants={variants}
      />
      <PromptNote recorded={recorded} />
    </>
  );
}
