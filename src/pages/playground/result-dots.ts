import { paretoFront } from "../../charts/pareto-front";
import type { Dot } from "../../charts/scatter";
import { methodAppearance } from "../../components/method-appearance";
import { type Outcome, singly } from "../../state/compare-results";
import { type LaneResult, runKey } from "../../state/lane-result";
import { outcomeFacts, resultNames, type Tongue, trainedOf } from "./result-words";

/** A kept outcome with its name and whether no other does as well with fewer numbers. */
export interface NamedOutcome {
  readonly outcome: Outcome;
  readonly name: string;
  readonly isOnFront: boolean;
  readonly dot: Dot;
}

/** Outcomes of kept runs and of lanes that still run, as dots: trained numbers across, score up. */
export function resultDots(
  kept: readonly Outcome[],
  live: readonly LaneResult[],
  tongue: Tongue,
): { readonly kept: readonly NamedOutcome[]; readonly live: readonly Dot[] } {
  const names = resultNames([...kept.map(({ run }) => run), ...live], tongue);
  const points = kept.map((outcome) => ({ x: trainedOf(outcome.run), y: outcome.score, outcome }));
  // A run that broke off has no final score to compare.
  const front = new Set(
    paretoFront(points.filter(({ outcome }) => outcome.run.stoppedAt === null)).map(({ outcome }) => outcome),
  );
  return {
    kept: points.map(({ x, y, outcome }, i) => {
      const isOnFront = front.has(outcome);
      const name = names[i] ?? outcome.run.lane.method;
      const { color, marker } = methodAppearance(outcome.run.lane.method);
      const facts = outcomeFacts(outcome, tongue);
      const dot: Dot = {
        key: runKey(outcome.run),
        name,
        color,
        marker,
        x: Math.max(1, x),
        y,
        look: outcome.run.stoppedAt === null ? "filled" : "stopped",
        spread: outcome.deviation,
        trail: [],
        facts: isOnFront ? [...facts, tongue.t("pareto.onFront")] : facts,
      };
      return { outcome, name, isOnFront, dot };
    }),
    live: singly(live).map((outcome, i) => {
      const { color, marker } = methodAppearance(outcome.run.lane.method);
      return {
        key: `live ${i}`,
        name: names[kept.length + i] ?? outcome.run.lane.method,
        color,
        marker,
        x: Math.max(1, trainedOf(outcome.run)),
        y: outcome.score,
        look: "hollow",
        spread: null,
        trail: [],
        facts: [
          ...outcomeFacts(outcome, tongue),
          tongue.t("running", { step: tongue.numbers.count(outcome.run.step) }),
        ],
      };
    }),
  };
}
