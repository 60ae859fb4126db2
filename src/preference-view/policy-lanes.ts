import { useTranslation } from "react-i18next";
import { useLaneFinding } from "../race-view/use-lane-finding";
import { useRace } from "../race-view/use-race";
import type { LaneRun } from "../state/race-events";
import type { ObjectiveSpec } from "../training/race-spec";

/** What is shown of policies over the steps. */
export const policyMeasures = ["reward", "gold", "kl", "variety"] as const;
export type PolicyMeasure = (typeof policyMeasures)[number];

/** Which policy a lane is. */
export type PolicyKind = "policy-gradient" | "ppo" | "dpo" | "best";

/** A policy with its look: a lane of the race, or best-of-n, which trains nothing. */
export interface PolicyLane {
  readonly kind: PolicyKind;
  readonly name: string;
  readonly color: string;
  readonly dash?: string;
  /** By step; best-of-n has the same values at every step. */
  readonly points: readonly ({ readonly step: number } & Partial<Record<PolicyMeasure, number>>)[];
  readonly stop: LaneRun["state"];
}

const looks: Readonly<Record<PolicyKind, { readonly color: string; readonly dash?: string }>> = {
  "policy-gradient": { color: "var(--hue-blue)" },
  dpo: { color: "var(--hue-orange)", dash: "7 4" },
  ppo: { color: "var(--hue-purple)", dash: "10 3 2 3" },
  best: { color: "var(--hue-green)", dash: "2 4" },
};

/** Best-of-n is shown for each of these; the lane is that of the largest. */
export const bestCounts = [1, 2, 4, 8, 16] as const;
export const bestShown = 16;

/** Whether a lane has taken steps, so that there is something to see. */
export function isTrained({ kind, points }: PolicyLane): boolean {
  return kind !== "best" && points.length > 1;
}

/** The policies of the race, best-of-n last. */
export function usePolicyLanes(isOurs: boolean): readonly PolicyLane[] {
  const { t } = useTranslation("preferences");
  const lanes = useRace((race) => race.lanes);
  const draft = useRace((race) => race.draft);
  const best = useBestOf(isOurs);
  if (!isOurs) return [];
  const trained = lanes.flatMap(({ series, state }, i): PolicyLane[] => {
    const kind = kindOf(draft.lanes[i]?.objective);
    if (!kind) return [];
    const points = series.evaluations.map(({ step, series: values = {} }) => ({ step, ...values }));
    return [{ kind, name: t(`policy.lanes.${kind}`), ...looks[kind], points, stop: state }];
  });
  const last = best?.find(({ n }) => n === bestShown);
  if (!last) return trained;
  const { reward, gold, kl, variety } = last;
  const values = { reward, kl, variety, ...(gold !== null && { gold }) };
  const points = [0, draft.steps].map((step) => ({ step, ...values }));
  const name = t("policy.lanes.best", { n: bestShown });
  return [...trained, { kind: "best", name, ...looks.best, points, stop: null }];
}

function kindOf(objective: ObjectiveSpec | undefined): Exclude<PolicyKind, "best"> | null {
  if (objective?.id === "dpo") return "dpo";
  if (objective?.id !== "policy-gradient") return null;
  return Number(objective.options.epochs ?? 1) > 1 ? "ppo" : "policy-gradient";
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
