import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { RaceSpec } from "../training/race-spec";
import { promptOfRuns } from "./prompt-of-runs";
import { raceOfRuns } from "./race-of-runs";
import type { Run } from "./run";

/** The experiment that measures this run alone, with the first seed. */
export function specOfRun(run: Run): RaceSpec | PromptSpec {
  return run.kind === "prompt" ? promptOfRuns([run]) : raceOfRuns([run]);
}
