import { useLook } from "../../prompt-view/use-look";
import type { ModelRef } from "../../training/race-spec";
import { problemOf } from "./read-prompt";

/** A head of a block; both count from 0. */
export interface Head {
  readonly layer: number;
  readonly head: number;
}

/** The share of each token that a head reads at one place; they add up to 1. null: no head is chosen, or not known yet. */
export function useAttention(
  tokens: readonly string[],
  at: number,
  head: Head | null,
  model: ModelRef | null,
): readonly number[] | null {
  const prompt = tokens.join(" ");
  const isAsked = head !== null && problemOf(prompt) === null;
  const asked = { kind: "attention", prompt, layer: head?.layer ?? 0, ...(model && { model }) } as const;
  const looked = useLook(isAsked ? asked : null);
  if (!isAsked || !looked?.found.ok) return null;
  if (JSON.stringify(looked.question) !== JSON.stringify(asked)) return null;
  return looked.found.value.heads[head.head]?.[at] ?? null;
}
