import { useTranslation } from "react-i18next";
import { useLaneFinding } from "../race-view/use-lane-finding";
import { useRace } from "../race-view/use-race";
import type { LaneRun } from "../state/race-events";

/** What is shown of policies over the steps. */
export const policyMeasures = ["reward", "gold", "kl", "variety"] as const;
export type PolicyMeasure = (typeof policyMeasures)[number];

/** A policy with its look: a lane of the race, or best-of-n, which trains nothing. */
export interface PolicyLane {
  readonly name: string;
  readonly color: string;
  readonly dash?: string;
  /** By step; best-of-n has the same values at every step. */
  readonly points: readonly ({ readonly step: number } & Partial<Record<PolicyMeasure, number>>)[];
  readonly stop: LaneRun["state"];
}

const looks = [
  { color: "var(--hue-blue)" },
  { color: "var(--hue-orange)", dash: "7 4" },
  { color: "var(--hue-green)", dash: "2 4" },
] as const;

/** Best-of-n is shown for each of these; the lane is that of the largest. */
export const bestCounts = [1, 2, 4, 8, 16] as const;
export const bestShown = 16;

/** The policies of the race, best-of-n last. */
export function usePolicyLanes(isOurs: boolean): readonly PolicyLane[] {
  const { t } = useTranslation("preferences");
  const lanes = useRace((race) => race.lanes);
  const draft = useRace((race) => race.draft);
  const best = useBestOf(isOurs);
  if (!isOurs) return [];
  const trained = lanes.flatMap(({ series, state }, i): PolicyLane[] => {
    const id = draft.lanes[i]?.objective?.id;
    if (id !== "policy-gradient" && id !== "dpo") return [];
    const points = series.evaluations.map(({ step, series: values = {} }) => ({ step, ...values }));
    return [{ name: t(`policy.lanes.${id}`), ...looks[i === 0 ? 0 : 1], points, stop: state }];
  });
  const last = best?.find(({ n }) => n === bestShown);
  if (!last) return trained;
  const { reward, gold, kl, variety } = last;
  const values = { reward, kl, variety, ...(gold !== null && { gold }) };
  const points = [0, draft.steps].map((step) => ({ step, ...values }));
  const name = t("policy.lanes.best", { n: bestShown });
  return [...trained, { name, ...looks[2], points, stop: null }];
}

/** What best-of-n gets, for each n; null until it is known. */
export function useBestOf(isOurs: boolean) {
  const draft = useRace((race) => race.draft);
  const isOpen = useRace(({ phase }) => phase === "paused" || phase === "running" || phase === "done");
  const question = isOurs && isOpen ? ({ kind: "best-of", n: [...bestCounts] } as const) : null;
  return useLaneFinding<"best-of">(-1, question, {
    about: JSON.stringify([draft.preferences, draft.taskOptions]),
  });
}
