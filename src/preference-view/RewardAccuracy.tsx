import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { wilsonBand } from "../lib/wilson";
import { countRight, type LearnedReward } from "../tasks/sentences/learned-reward";
import { judgeClicks } from "./judge-clicks";
import { labelAll } from "./pairs";
import { type DeskState, useDesk } from "./use-desk";
import { useSentences } from "./use-sentences";

/** Sentences that no pair of the desk is made of. */
const heldOut = { seed: 90_000, sentences: 512 } as const;

/**
 * How good the reward model is: on held-out pairs of the simulated reader where there is one, otherwise on each choice of
 * one's own, predicted from the others.
 */
export function RewardAccuracy({ reward }: { readonly reward: LearnedReward }) {
  const { t } = useTranslation("preferences");
  const state = useDeferredValue(useDesk());
  const pairs = useHeldOut(state);
  const own = useMemo(() => (pairs ? null : judgeClicks(state.language, state.clicks)), [pairs, state]);
  const { right, count } = pairs
    ? { right: countRight(reward, pairs), count: pairs.length }
    : { right: own?.right ?? 0, count: own?.count ?? 0 };
  const { low, high } = wilsonBand(right, count);
  const figures = { count, share: percent(right / count), low: percent(low), high: percent(high) };
  return <p data-part="accuracy">{t(pairs ? "reward.accuracy" : "reward.accuracyOwn", figures)}</p>;
}

/** Pairs that are not learned from, as the simulated reader likes them; null where there is none. */
function useHeldOut({ language, desk, hasReader }: DeskState) {
  const { taste } = desk;
  const sentences = useSentences(language.id, heldOut.seed, heldOut.sentences);
  return useMemo(
    () => (hasReader && taste && sentences ? labelAll(language, taste, sentences) : null),
    [hasReader, taste, sentences, language],
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
