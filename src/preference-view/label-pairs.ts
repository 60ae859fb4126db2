import type { StoreApi } from "zustand";
import { examineLane } from "../race-view/examine-lane";
import type { Race } from "../state/race-shape";
import type { Click } from "../tasks/sentences/learned-reward";
import type { SentenceLanguage } from "../tasks/sentences/sentence-language";
import type { TasteId } from "../tasks/sentences/tastes";
import type { Result } from "../worker/api";
import { labelAll } from "./pairs";
import { textOf } from "./use-sentences";

/** The simulated reader's sentences are sampled apart from those of the desk: with seeds from here on. */
const firstSeed = 10_000;
const sentencesAtOnce = 512;
const mostCalls = 8;

/**
 * So many choices of a reader of this taste between sentences of the base, all of them right; fewer where it sees a
 * difference in hardly any pair. `before`: choices made earlier, so that no pair comes twice.
 */
export async function labelPairs(
  store: StoreApi<Race>,
  language: SentenceLanguage,
  taste: TasteId,
  count: number,
  before: number,
): Promise<Result<readonly Click[]>> {
  const clicks: Click[] = [];
  for (let call = 0; clicks.length < count && call < mostCalls; call++) {
    const seed = firstSeed + before * mostCalls + call;
    const found = await examineLane<"samples">(store, -1, { kind: "samples", count: sentencesAtOnce, seed });
    if (!found.ok) return found;
    if (!found.value) break;
    clicks.push(...labelAll(language, taste, found.value.map(textOf)));
  }
  return { ok: true, value: clicks.slice(0, count) };
}
