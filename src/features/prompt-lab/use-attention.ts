import { useLook } from "../../prompt-view/use-look";
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
): readonly number[] | null {
  const prompt = tokens.join(" ");
  const isAsked = head !== null && problemOf(prompt) === null;
  const looked = useLook(isAsked ? { kind: "attention", prompt, layer: head.layer } : null);
  if (!isAsked || !looked?.found.ok) return null;
  if (looked.question.prompt !== prompt || looked.question.layer !== head.layer) return null;
  return looked.found.value.heads[head.head]?.[at] ?? null;
}
