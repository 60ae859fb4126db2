import type { LessonClaims, LessonFigures, MeasuredRun, RunFigures } from "../../claims/claim";
import { raceOfRuns } from "../../claims/race-of-runs";
import { sameRace } from "../../state/draft";
import type { RaceSpec } from "../../training/race-spec";

/** The race of a step, by the names of its runs. Throws where the lesson has no such run. */
export function raceOfStep({ lesson, runs }: LessonClaims, names: readonly string[]): RaceSpec {
  return raceOfRuns(
    names.map((name) => {
      const run = runs[name];
      if (!run) throw new Error(`${lesson} has no run "${name}"`);
      return run;
    }),
  );
}

/** The lane of a race that is this run, whatever the seed; −1: none is. */
export function laneOfRun(spec: RaceSpec, run: MeasuredRun): number {
  const alone = { ...raceOfRuns([run]), seed: spec.seed };
  return spec.lanes.findIndex((lane) => sameRace({ ...spec, lanes: [lane] }, alone));
}

/** What was measured of a lane of a race, whatever the seed; undefined where no recorded run is like it. */
export function recordedLane(
  spec: RaceSpec,
  lane: number,
  figures: LessonFigures | null,
): RunFigures | undefined {
  const alone = { ...spec, lanes: spec.lanes.slice(lane, lane + 1) };
  return Object.values(figures?.runs ?? {}).find((run) => sameRace({ ...run.spec, seed: spec.seed }, alone));
}
