import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { wilsonBand } from "../lib/wilson";
import { countRight, type LearnedReward } from "../tasks/sentences/learned-reward";
import type { TasteId } from "../tasks/sentences/tastes";
import { judgeClicks } from "./judge-clicks";
import { labelAll } from "./pairs";
import { useDesk } from "./use-desk";
import { useSentences } from "./use-sentences";

/** Sentences that no pair of the desk is made of. */
const heldOut = { seed: 90_000, sentences: 512 } as const;

/**
 * How good the reward model is: on held-out pairs of the simulated reader where there is one, otherwise on each choice of
 * one's own, predicted from the others.
 */
export function RewardAccuracy({ reward }: { readonly reward: LearnedReward }) {
  const { desk, hasReader } = useDesk();
  const taste = hasReader ? desk.taste : null;
  return taste === null ? <OnOwnChoices /> : <OnHeldOutPairs reward={reward} taste={taste} />;
}

/** On pairs that are not learned from, as the simulated reader likes them. */
function OnHeldOutPairs({ reward, taste }: { readonly reward: LearnedReward; readonly taste: TasteId }) {
  const { language } = useDesk();
  const sentences = useSentences(language.id, heldOut.seed, heldOut.sentences);
  const pairs = useMemo(
    () => (sentences ? labelAll(language, taste, sentences) : []),
    [language, taste, sentences],
  );
  return <Accuracy count={pairs.length} of="accuracy" right={countRight(reward, pairs)} />;
}

function OnOwnChoices() {
  const { language, clicks } = useDeferredValue(useDesk());
  const { right, count } = useMemo(() => judgeClicks(language, clicks), [language, clicks]);
  return <Accuracy count={count} of="accuracyOwn" right={right} />;
}

interface AccuracyProps {
  readonly of: "accuracy" | "accuracyOwn";
  readonly right: number;
  /** 0: nothing to judge by, or not yet. */
  readonly count: number;
}

function Accuracy({ of, right, count }: AccuracyProps) {
  const { t } = useTranslation("preferences");
  const { low, high } = wilsonBand(right, count);
  const figures = { count, share: percent(right / count), low: percent(low), high: percent(high) };
  return <p data-part="accuracy">{count > 0 ? t(`reward.${of}`, figures) : "…"}</p>;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
