import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { RaceSpec } from "../training/race-spec";
import { promptOfRuns } from "./prompt-of-runs";
import { raceOfRuns } from "./race-of-runs";
import type { Run } from "./run";
import { type SearchSpec, searchOfRun } from "./search-of-run";

/** The experiment that measures this run alone, with the first seed. */
export function specOfRun(run: Run): RaceSpec | PromptSpec | SearchSpec {
  if (run.kind === "prompt") return promptOfRuns([run]);
  return run.kind === "search" ? searchOfRun(run) : raceOfRuns([run]);
}
