import type { Dot } from "../../charts/scatter";
import { methodAppearance } from "../../components/method-appearance";
import type { LaneStyle } from "../../race-view/use-lane-styles";
import { type ForgettingMeasure, lostSince } from "../../state/forgetting";
import { type LaneResult, runKey } from "../../state/lane-result";
import { isOver, laneResult } from "../../state/record-results";
import { resultNames, seedsText, type Wording } from "./result-words";
import type { EvaluatedRace } from "./use-evaluated-race";

const trailLength = 6;

/** Each lane where it stands now: gained on the task across, lost of earlier skills up. A lane that is taken off is the base. */
export function improvementDots(
  race: EvaluatedRace,
  laneStyles: readonly LaneStyle[],
  measure: ForgettingMeasure,
  wording: Wording,
): readonly Dot[] {
  const { base } = race.info ?? {};
  if (!base) return [];
  return laneStyles.flatMap(({ key, name, color, marker }, lane) => {
    const path = (race.lanes[lane]?.series.evaluations ?? []).flatMap((evaluation) => {
      const lost = lostSince(base.probes, evaluation.probes);
      const y = lost?.[measure] ?? Number.NaN;
      return Number.isFinite(y) ? [{ x: evaluation.score - base.score, y }] : [];
    });
    const isOff = race.adaptersOff.includes(lane);
    const now = isOff && path.length > 0 ? { x: 0, y: 0 } : path.at(-1);
    if (!now) return [];
    const isStopped = (race.lanes[lane]?.state?.stoppedAt ?? null) !== null;
    return {
      ...now,
      key,
      name,
      color,
      marker,
      look: isStopped ? "stopped" : isOver(race, lane) ? "filled" : "hollow",
      spread: null,
      trail: isOff ? [] : path.slice(-trailLength),
      facts: gainFacts(now.x, now.y, measure, wording),
    };
  });
}

/** Runs that were kept, faint, without those that the open race shows itself. */
export function formerDots(
  runs: readonly LaneResult[],
  race: EvaluatedRace,
  measure: ForgettingMeasure,
  wording: Wording,
): readonly Dot[] {
  const open = new Set(
    race.lanes.flatMap((_, lane) => {
      const result = isOver(race, lane) ? laneResult(race, lane) : null;
      return result ? [runKey(result)] : [];
    }),
  );
  const shown = runs.filter((run) => run.lost !== null && run.stoppedAt === null && !open.has(runKey(run)));
  const names = resultNames(shown, wording);
  return shown.map((run, i) => {
    const [x, y] = [run.score - run.baseScore, run.lost?.[measure] ?? 0];
    return {
      x,
      y,
      key: runKey(run),
      name: names[i] ?? run.lane.method,
      ...look(run),
      look: "faint",
      spread: null,
      trail: [],
      facts: [...gainFacts(x, y, measure, wording), seedsText([run.seed], wording), wording.t("former")],
    };
  });
}

function look({ lane }: LaneResult): Pick<Dot, "color" | "marker"> {
  const { color, marker } = methodAppearance(lane.method);
  return { color, marker };
}

function gainFacts(
  gained: number,
  lost: number,
  measure: ForgettingMeasure,
  { t, numbers }: Wording,
): readonly string[] {
  return [
    t("gain.gained", { value: numbers.score(gained) }),
    lost <= 0
      ? t("gain.keptAll")
      : t(measure === "exact" ? "gain.lostExact" : "gain.lostLoss", {
          value: lostText(lost, measure, numbers),
        }),
  ];
}

/** A loss of earlier skills as its measure is written. */
export function lostText(lost: number, measure: ForgettingMeasure, numbers: Wording["numbers"]): string {
  if (measure === "exact") return numbers.score(lost);
  const size = numbers.loss(Math.abs(lost));
  return lost < 0 && Number(size) !== 0 ? `−${size}` : size;
}
