import { useEffect, useState } from "react";
import type { StoreApi } from "zustand";
import type { PromptFindings, PromptLook } from "../experiments/prompt/look";
import type { PromptExperiment } from "../state/prompt-shape";
import { report } from "../state/trainer";
import type { Result } from "../worker/api";
import { usePrompt, usePromptStore } from "./use-prompt";

export type LookKind = PromptLook["kind"];
export type LookOf<K extends LookKind> = Extract<PromptLook, { readonly kind: K }>;
export type Found<K extends LookKind> = Result<PromptFindings[K]>;

/** Looks at one prompt with the open base. Never rejects: a worker that is gone is a failure like any other. */
export async function lookAtPrompt<K extends LookKind>(
  experiment: StoreApi<PromptExperiment>,
  question: LookOf<K>,
): Promise<Found<K>> {
  try {
    // Each kind of look has its own kind of finding.
    return (await experiment.getState().look(question)) as Found<K>;
  } catch (error) {
    return { ok: false, failure: report(error) };
  }
}

/** Whether the experiment is open: only then can its base be asked. */
export function useIsPromptOpen(): boolean {
  return usePrompt(({ phase }) => phase === "paused" || phase === "running" || phase === "done");
}

/** A look with the question that it answers. */
export interface Looked<K extends LookKind> {
  readonly question: LookOf<K>;
  readonly found: Found<K>;
}

/**
 * What the open base says of a question; asked again when the question or the base changes. What was found last stays
 * until then. null before the first finding.
 */
export function useLook<K extends LookKind>(question: LookOf<K> | null): Looked<K> | null {
  const store = usePromptStore();
  const info = usePrompt(({ progress }) => progress?.info ?? null);
  const isOpen = useIsPromptOpen();
  const [looked, setLooked] = useState<Looked<K> | null>(null);
  const asked = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question by what it says
  useEffect(() => {
    if (!question || !info || !isOpen) return;
    let isOver = false;
    const look = async (): Promise<void> => {
      const found = await lookAtPrompt(store, question);
      if (!isOver) setLooked({ question, found });
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [asked, info, isOpen, store]);
  return looked;
}
