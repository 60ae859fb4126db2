import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LessonFigures, RunFigures } from "../../claims/claim";
import { laneAppearances, strokeDash } from "../../components/method-appearance";
import { useWords } from "../../i18n/words";
import type { Lesson } from "../../lessons/lesson";
import type { LaneRun } from "../../state/race-events";
import type { RaceSpec } from "../../training/race-spec";
import { laneNames } from "../playground/lane-names";
import type { LaneLook } from "../playground/use-lanes";
import { useLessonRace } from "./lesson-race";
import { recordedLane } from "./race-of";

/** A lane of the figure: how it looks, what was measured of it beforehand, what it shows here. */
export interface LessonLane {
  readonly look: LaneLook;
  readonly recorded: RunFigures | undefined;
  readonly run: LaneRun | undefined;
}

/** The names and colours of the lanes of a race. */
export function useLooks(spec: RaceSpec): readonly LaneLook[] {
  const { t } = useTranslation("playground");
  const words = useWords();
  const rate = t("rate.short");
  return useMemo(() => {
    const names = laneNames(spec.lanes, words, rate);
    const looks = laneAppearances(spec.lanes.map(({ method }) => method));
    return spec.lanes.map((lane, i) => ({
      key: `lane ${i}`,
      name: names[i] ?? lane.method,
      color: looks[i]?.color ?? "var(--ink)",
      dash: looks[i] && strokeDash(looks[i]),
      marker: looks[i]?.marker ?? "circle",
      spec: lane,
    }));
  }, [spec, words, rate]);
}

/** The lanes of a figure; `isOurs`: the engine is on this race. */
export function useLessonLanes(
  spec: RaceSpec,
  isOurs: boolean,
  lesson: Lesson,
  figures: LessonFigures | null,
): readonly LessonLane[] {
  const looks = useLooks(spec);
  const runs = useLessonRace((race) => race.lanes);
  const recorded = useMemo(
    () => spec.lanes.map((_, lane) => recordedLane(spec, lane, lesson.claims, figures)),
    [spec, lesson, figures],
  );
  return useMemo(
    () => looks.map((look, i) => ({ look, recorded: recorded[i], run: isOurs ? runs[i] : undefined })),
    [looks, recorded, runs, isOurs],
  );
}
