import { useMemo } from "react";
import { useLaneFinding } from "../race-view/use-lane-finding";
import type { SentenceLanguageId } from "../tasks/sentences/languages";
import type { SampledAnswer } from "../training/sampled-answers";
import { useWrites } from "./use-sentence-race";

/** What a lane wrote, as stored: words with spaces between them. */
export function textOf({ tokens, hasEnded }: SampledAnswer): string {
  const words = hasEnded ? tokens.slice(0, -1) : tokens;
  return words.map(({ text }) => text).join(" ");
}

/** Sentences that the base writes, always the same for a seed; null until they are there. */
export function useSentences(
  language: SentenceLanguageId,
  seed: number,
  count: number,
): readonly string[] | null {
  const writes = useWrites(language);
  const found = useLaneFinding<"samples">(-1, writes ? { kind: "samples", count, seed } : null, {
    about: language,
  });
  return useMemo(() => found?.map(textOf) ?? null, [found]);
}

/** The same, with those of the next seed asked for ahead, so that nobody waits for them. Seeds count up from 0. */
export function useSentencesAhead(
  language: SentenceLanguageId,
  seed: number,
  count: number,
): readonly string[] | null {
  const isEven = seed % 2 === 0;
  const even = useSentences(language, isEven ? seed : seed + 1, count);
  const odd = useSentences(language, isEven ? seed + 1 : seed, count);
  return isEven ? even : odd;
}
