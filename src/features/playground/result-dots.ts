import { closeUp, type Domain } from "../../charts/axis";
import { paretoFront } from "../../charts/pareto-front";
import type { Dot } from "../../charts/scatter";
import { methodAppearance } from "../../components/method-appearance";
import { type Outcome, singly } from "../../state/compare-results";
import { type LaneResult, runKey } from "../../state/lane-result";
import { outcomeFacts, resultNames, trainedOf, type Wording } from "./result-words";

/** An outcome with its name and whether no kept one does as well with fewer numbers. */
export interface NamedOutcome {
  readonly outcome: Outcome;
  readonly name: string;
  readonly isOnFront: boolean;
  readonly dot: Dot;
}

/** Outcomes of kept runs and of lanes that still run, as dots: trainable parameters across, accuracy up. */
export function resultDots(
  kept: readonly Outcome[],
  live: readonly LaneResult[],
  wording: Wording,
): { readonly kept: readonly NamedOutcome[]; readonly live: readonly NamedOutcome[] } {
  const names = resultNames([...kept.map(({ run }) => run), ...live], wording);
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
      const facts = outcomeFacts(outcome, wording);
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
        facts: isOnFront ? [...facts, wording.t("pareto.onFront")] : facts,
      };
      return { outcome, name, isOnFront, dot };
    }),
    live: singly(live).map((outcome, i) => {
      const { color, marker } = methodAppearance(outcome.run.lane.method);
      const name = names[kept.length + i] ?? outcome.run.lane.method;
      const dot: Dot = {
        key: `live ${i}`,
        name,
        color,
        marker,
        x: Math.max(1, trainedOf(outcome.run)),
        y: outcome.score,
        look: "hollow",
        spread: null,
        trail: [],
        facts: [
          ...outcomeFacts(outcome, wording),
          wording.t("running", { step: wording.numbers.count(outcome.run.step) }),
        ],
      };
      return { outcome, name, isOnFront: false, dot };
    }),
  };
}

/** All dots, those that the chosen part of the score axis shows, and the front's among them from left to right. */
export function inPart({ kept, live }: ReturnType<typeof resultDots>, part: "whole" | "top") {
  const onFront = kept.filter(({ isOnFront }) => isOnFront);
  const others = kept.filter(({ isOnFront }) => !isOnFront);
  const every = [...live, ...onFront, ...others].map(({ dot }) => dot);
  const range: Domain = part === "whole" ? [0, 1] : closeUp(every.map(({ y }) => y));
  const isShown = ({ y }: Dot): boolean => y >= range[0];
  const front = onFront.map(({ dot }) => dot).filter(isShown);
  return { every, all: every.filter(isShown), front: front.sort((a, b) => a.x - b.x), range };
}
