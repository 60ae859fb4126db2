import type { ReactNode } from "react";
import type { StoreApi } from "zustand";
import type { PromptExperiment } from "../state/prompt-shape";
import { PromptContext } from "./use-prompt";

export interface PromptProviderProps {
  /** Lives longer than what is shown of it: the answers are still there when the reader comes back to the page. */
  readonly experiment: StoreApi<PromptExperiment>;
  readonly children: ReactNode;
}

/** Says which prompt experiment the figures inside show. */
export function PromptProvider({ experiment, children }: PromptProviderProps) {
  return <PromptContext value={experiment}>{children}</PromptContext>;
}
