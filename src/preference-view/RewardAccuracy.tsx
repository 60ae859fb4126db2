import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { wilsonBand } from "../lib/wilson";
import { countRight, type LearnedReward } from "../tasks/sentences/learned-reward";
import { judgeClicks } from "./judge-clicks";
import { percent } from "./percent";
import { useDesk } from "./use-desk";
import type { HeldOut } from "./use-held-out";

export interface RewardAccuracyProps {
  readonly reward: LearnedReward;
  readonly heldOut: HeldOut;
}

/**
 * How good the reward model is: on held-out pairs of the simulated reader where there is one, otherwise on each choice of
 * one's own, predicted from the others.
 */
export function RewardAccuracy({ reward, heldOut: { test } }: RewardAccuracyProps) {
  const { desk, hasReader } = useDesk();
  if (!hasReader || desk.taste === null) return <OnOwnChoices />;
  return <Accuracy count={test.length} of="accuracy" right={countRight(reward, test)} />;
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
