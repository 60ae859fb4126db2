import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { RaceSpec } from "../training/race-spec";
import { type PictureTrials, picturesOfRun } from "./picture-of-run";
import { policyOfRuns } from "./policy-of-runs";
import { promptOfRuns } from "./prompt-of-runs";
import { raceOfRuns } from "./race-of-runs";
import type { Run } from "./run";
import { type SearchSpec, searchOfRun } from "./search-of-run";

/** The experiment that measures this run alone, with the first seed. */
export function specOfRun(run: Run): RaceSpec | PromptSpec | SearchSpec | PictureTrials {
  switch (run.kind) {
    case "prompt":
      return promptOfRuns([run]);
    case "search":
      return searchOfRun(run);
    case "policy":
      return policyOfRuns([run]);
    case "picture":
      return picturesOfRun(run);
    default:
      return raceOfRuns([run]);
  }
}
