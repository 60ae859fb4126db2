import type { LessonClaims } from "../../claims/claim";
import { isRaceFigures, type LessonFigures, type RaceFigures } from "../../claims/figures";
import { raceOfRuns } from "../../claims/race-of-runs";
import { isRaceRun, type Run } from "../../claims/run";
import { sameRace } from "../../state/draft";
import type { RaceSpec } from "../../training/race-spec";

/** The race of a step, by the names of its runs. Throws where the lesson has no such run, or it is no lane. */
export function raceOfStep({ lesson, runs }: LessonClaims, names: readonly string[]): RaceSpec {
  return raceOfRuns(
    names.map((name) => {
      const run = runs[name];
      if (!run || !isRaceRun(run)) throw new Error(`${lesson} trains no run "${name}"`);
      return run;
    }),
  );
}

/** The lane of a race that is this run, whatever the seed; −1: none is. */
export function laneOfRun(spec: RaceSpec, run: Run): number {
  if (!isRaceRun(run)) return -1;
  const alone = { ...raceOfRuns([run]), seed: spec.seed };
  return spec.lanes.findIndex((lane) => sameRace({ ...spec, lanes: [lane] }, alone));
}

/** What was measured of a lane of a race, whatever the seed; undefined where no recorded run is like it. */
export function recordedLane(
  spec: RaceSpec,
  lane: number,
  figures: LessonFigures | null,
): RaceFigures | undefined {
  const alone = { ...spec, lanes: spec.lanes.slice(lane, lane + 1) };
  return Object.values(figures?.runs ?? {}).find(
    (run): run is RaceFigures => isRaceFigures(run) && sameRace({ ...run.spec, seed: spec.seed }, alone),
  );
}
