import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LessonFigures, RaceFigures } from "../../claims/figures";
import { useWords } from "../../i18n/words";
import { laneNames } from "../../race-view/lane-names";
import { type LaneStyle, laneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import type { LaneRun } from "../../state/race-events";
import type { RaceSpec } from "../../training/race-spec";
import { recordedLane } from "./race-of";

/** A lane of the figure: how it looks, what was measured of it beforehand, what it shows here. */
export interface LessonLane {
  readonly laneStyle: LaneStyle;
  readonly recorded: RaceFigures | undefined;
  readonly run: LaneRun | undefined;
}

/** The names and colours of the lanes of a race. */
export function useLooks(spec: RaceSpec): readonly LaneStyle[] {
  const { t } = useTranslation("playground");
  const words = useWords();
  const rate = t("rate.short");
  return useMemo(() => laneStyles(spec.lanes, laneNames(spec.lanes, words, rate)), [spec, words, rate]);
}

/** The lanes of a figure; `isOurs`: the engine is on this race. */
export function useLessonLanes(
  spec: RaceSpec,
  isOurs: boolean,
  figures: LessonFigures | null,
): readonly LessonLane[] {
  const laneStyles = useLooks(spec);
  const runs = useRace((race) => race.lanes);
  const recorded = useMemo(
    () => spec.lanes.map((_, lane) => recordedLane(spec, lane, figures)),
    [spec, figures],
  );
  return useMemo(
    () =>
      laneStyles.map((laneStyle, i) => ({
        laneStyle,
        recorded: recorded[i],
        run: isOurs ? runs[i] : undefined,
      })),
    [laneStyles, recorded, runs, isOurs],
  );
}
