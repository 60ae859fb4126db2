import { PromptStepProvider } from "./PromptStepProvider";
import { RaceStepProvider } from "./RaceStepProvider";
import type { StepParts } from "./step-parts";

export type StepProviderProps = Omit<StepParts, "isAnswerShown"> & Partial<Pick<StepParts, "isAnswerShown">>;

/**
 * Holds what a step knows: its experiment, the learner's guess, and whether the run has answered. It stands around the
 * words, so that another language, which is other words, changes none of it.
 */
export function StepProvider({ isAnswerShown = false, ...parts }: StepProviderProps) {
  const Provider = parts.step.figure.kind === "prompt" ? PromptStepProvider : RaceStepProvider;
  return <Provider {...parts} isAnswerShown={isAnswerShown} />;
}
