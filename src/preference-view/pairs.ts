import type { Random } from "../lib/random";
import { type Choice, type Desk, withChoices } from "../state/preference-desk";
import type { Click } from "../tasks/sentences/learned-reward";
import type { SentenceLanguage } from "../tasks/sentences/sentence-language";
import { chooseByTaste, withNoise } from "../tasks/sentences/simulated-reader";
import type { TasteId } from "../tasks/sentences/tastes";

/** Sentences that are asked of the base at once: half as many pairs. */
export const sentencesAtOnce = 128;
const pairsAtOnce = sentencesAtOnce / 2;

/** Which sentences the next pair is among, by the seed they are sampled with, and its place there. */
export function placeOfPair(index: number): { readonly seed: number; readonly place: number } {
  return { seed: Math.floor(index / pairsAtOnce), place: index % pairsAtOnce };
}

/** The pair at a place among sentences; null where there is none. */
export function pairAt(sentences: readonly string[] | null, place: number): readonly [string, string] | null {
  const [one, other] = [sentences?.[place], sentences?.[pairsAtOnce + place]];
  return one === undefined || other === undefined ? null : [one, other];
}

/** Pairs of sentences as a reader of this taste would choose, without those in which it sees no difference. */
export function labelAll(
  language: SentenceLanguage,
  taste: TasteId,
  sentences: readonly string[],
): readonly Click[] {
  const half = Math.floor(sentences.length / 2);
  return Array.from({ length: half }, (_, i) => i).flatMap((i) => {
    const click = chooseByTaste(language, taste, [sentences[i]!, sentences[half + i]!]);
    return click ? [click] : [];
  });
}

/** The share of the simulated reader's clicks that are wrong. */
export const noise = 0.1;

/** The desk with further choices of the simulated reader, some of them wrong; as many as there is room for. */
export function withReader(desk: Desk, clicks: readonly Click[], random: Random): Desk {
  const labelled = clicks.map((click): Choice => {
    const { better, worse } = withNoise(click, noise, random);
    return { one: better, other: worse, chosen: "one", by: "reader" };
  });
  return withChoices(desk, labelled);
}
