import { PromptStepProvider } from "./PromptStepProvider";
import { RaceStepProvider } from "./RaceStepProvider";
import type { StepParts } from "./step-parts";

export type StepProviderProps = Omit<StepParts, "isAnswerShown"> & Partial<Pick<StepParts, "isAnswerShown">>;

/**
 * Holds what a step knows: its experiment, the learner's guess, and whether the run has answered. It is
 * around the words: with another language the words change, and none of this.
 */
export function StepProvider({ isAnswerShown = false, ...parts }: StepProviderProps) {
  const Provider = parts.step.figure.kind === "prompt" ? PromptStepProvider : RaceStepProvider;
  return <Provider {...parts} isAnswerShown={isAnswerShown} />;
}
