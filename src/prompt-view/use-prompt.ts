import { createContext, use } from "react";
import { type StoreApi, useStore } from "zustand";
import type { PromptExperiment } from "../state/prompt-shape";

/** The prompt experiment that the figures around here show: PromptProvider gives it. */
export const PromptContext = createContext<StoreApi<PromptExperiment> | null>(null);

/** The experiment itself, for what reads or changes it at a press. */
export function usePromptStore(): StoreApi<PromptExperiment> {
  const store = use(PromptContext);
  if (!store) throw new Error("what shows a prompt experiment needs a PromptProvider around it");
  return store;
}

/** A part of the experiment; the component is drawn again when that part changes. */
export function usePrompt<T>(select: (experiment: PromptExperiment) => T): T {
  return useStore(usePromptStore(), select);
}
