import type { VariantOptions } from "../../experiments/prompt/prompt-spec";
import type { LabTask } from "../../state/lab-tasks";

/** Settings of a variant that mean something for a task, in the order of the form. */
export const offeredOptions = {
  "thing-label": [
    "demonstrations",
    "labels",
    "wrong",
    "inputs",
    "expected",
    "temperature",
    "samples",
    "vote",
  ],
  chain: ["procedure", "length", "demonstrations", "expected", "temperature", "samples", "vote"],
  sum: ["procedure", "length", "demonstrations", "temperature", "samples", "vote"],
} as const satisfies Readonly<Record<LabTask, readonly (keyof VariantOptions)[]>>;
export type OfferedOption = (typeof offeredOptions)[LabTask][number];

/** Most that is of use in the lab, where a prompt has 49 tokens; links may say more. */
export const labLimits = { demonstrations: 24, length: 7, samples: 40, temperature: 2 } as const;

/** Ways to ask beside the plain prompt: only chains have steps to be continued or split. */
export const offeredProcedures = {
  "thing-label": ["prompt"],
  chain: ["prompt", "filler", "wrong-step", "split", "split-given"],
  sum: ["prompt", "filler"],
} as const satisfies Readonly<Record<LabTask, readonly VariantOptions["procedure"][]>>;
