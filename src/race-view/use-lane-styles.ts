import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { Curve } from "../charts/curve";
import { laneAppearances, strokeDash } from "../components/method-appearance";
import { useWords } from "../i18n/words";
import type { LaneRun } from "../state/race-events";
import type { LaneSpec } from "../training/race-spec";
import { laneNames } from "./lane-names";
import { useRace } from "./use-race";

/** A lane with its name and look. */
export interface LaneStyle {
  /** Tells the lanes apart while their names change: their place. */
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly dash: string | undefined;
  readonly marker: Curve["marker"];
  /** As it is set up for the next start. */
  readonly spec: LaneSpec;
}

/** The lanes of the draft as they are drawn everywhere on the page. A curve keeps the name it was made under. */
export function useLaneStyles(): readonly LaneStyle[] {
  const lanes = useRace((race) => race.draft.lanes);
  const made = useRace(useShallow((race) => race.draft.lanes.map((spec, i) => race.lanes[i]?.spec ?? spec)));
  const { t } = useTranslation("playground");
  const words = useWords();
  // The words change with the language only; their object is made anew each time.
  const names = laneNames(made, words, t("rate.short")).join("\n");
  return useMemo(() => laneStyles(lanes, names.split("\n")), [lanes, names]);
}

/** Lanes with their names and the looks of their methods. */
export function laneStyles(lanes: readonly LaneSpec[], names: readonly string[]): readonly LaneStyle[] {
  const appearances = laneAppearances(lanes.map(({ method }) => method));
  return lanes.map((spec, i) => ({
    key: `lane ${i}`,
    name: names[i] ?? spec.method,
    color: appearances[i]?.color ?? "var(--ink)",
    dash: appearances[i] && strokeDash(appearances[i]),
    marker: appearances[i]?.marker ?? "circle",
    spec,
  }));
}

/** The lanes as curves. A lane that has no run has no curve. */
export function curvesOf(
  laneStyles: readonly LaneStyle[],
  runs: readonly (LaneRun | undefined)[],
): readonly Curve[] {
  return laneStyles.flatMap(({ name, color, dash, marker }, i) => {
    const run = runs[i];
    return run
      ? [
          {
            name,
            color,
            dash,
            marker,
            rateChanges: run.spec?.rateChanges ?? [],
            series: run.series,
            stoppedAt: run.state?.stoppedAt ?? null,
          },
        ]
      : [];
  });
}
