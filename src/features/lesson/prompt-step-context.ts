import { createContext, useContext } from "react";
import type { VariantScore } from "../../experiments/prompt/prompt-progress";
import type { PromptSpec } from "../../experiments/prompt/prompt-spec";
import type { NamedRun } from "./score-lines";
import type { StepPrompts } from "./use-step-prompts";

/** What the figure of a live step knows that asks a frozen base. */
export interface PromptStep extends StepPrompts {
  readonly runs: readonly NamedRun[];
  /** The first experiment of the step, whose base one can look at. */
  readonly first: PromptSpec;
  /** All that the step asks, as one experiment: what the lab is opened with. */
  readonly whole: PromptSpec;
  /** Questions of each variant. */
  readonly questions: number;
  /** The answers of a run so far; null before the first. */
  scoreOf(run: string): VariantScore | null;
}

export const PromptStepContext = createContext<PromptStep | null>(null);

/** The live step around a figure; null where it is only printed. */
export function usePromptStep(): PromptStep | null {
  return useContext(PromptStepContext);
}
