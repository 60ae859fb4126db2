import { defaultPrompt, plainVariant } from "../experiments/prompt/default-prompt";
import { optionsOf, type PromptSpec, variantOf } from "../experiments/prompt/prompt-spec";
import { firstSeed, requireAlike } from "./race-of-runs";
import type { PromptRun } from "./run";

/** Runs as the variants of one prompt experiment, everything left out filled in. Throws where they do not ask the same. */
export function promptOfRuns(runs: readonly PromptRun[]): PromptSpec {
  const asked = runs.map(
    ({ base, from = "pretrained", task, taskOptions, items = defaultPrompt().items }): PromptSpec => ({
      base,
      from,
      task: { id: task, ...(taskOptions && { options: taskOptions }) },
      variants: [],
      items,
      seed: firstSeed,
    }),
  );
  const variants = runs.map(({ variant: { trigger = null, ...options } = {} }) =>
    variantOf({ ...optionsOf(plainVariant), ...options }, { trigger }),
  );
  return { ...requireAlike(asked), variants };
}
