import { defaultPrompt, plainVariant } from "../../experiments/prompt/default-prompt";
import {
  optionsOf,
  type PromptSpec,
  type VariantOptions,
  variantOf,
} from "../../experiments/prompt/prompt-spec";
import type { LabTask } from "../../state/lab-tasks";
import { findTask } from "../../tasks/index";
import type { ModelRef } from "../../training/race-spec";

/** A comparison that a lesson makes, ready to be run; its words are `lab:presets.<id>`. */
export interface Preset {
  readonly task: LabTask;
  /** The snapshot it asks; left out: the pretrained weights. */
  readonly step?: number;
  /** By what each variant differs from the question alone. */
  readonly variants: readonly (Partial<VariantOptions> & {
    readonly trigger?: string;
    readonly model?: ModelRef;
  })[];
}

const shown = { demonstrations: 16 } as const;
const letters = { ...shown, labels: "letters" } as const;
const sampled = { trigger: ":", length: 5, temperature: 1 } as const;

export const presets = {
  demonstrations: {
    task: "thing-label",
    variants: [{}, shown, { ...shown, labels: "random" }, { ...shown, inputs: "foreign" }],
  },
  format: {
    task: "thing-label",
    variants: [
      shown,
      { ...shown, labels: "words" },
      { ...shown, labels: "absent" },
      { ...shown, inputs: "absent" },
    ],
  },
  "wrong-labels": {
    task: "thing-label",
    variants: [shown, { ...shown, wrong: 25 }, { ...shown, wrong: 50 }, { ...shown, wrong: 100 }],
  },
  sizes: {
    task: "thing-label",
    variants: [
      { ...letters, model: { base: "reader-tiny", from: "pretrained" } },
      { ...letters, model: { base: "reader-nano", from: "pretrained" } },
      { ...letters, model: { base: "reader-micro", from: { step: 4000 } } },
      { ...letters, model: { base: "reader-micro", from: "pretrained" } },
    ],
  },
  steps: {
    task: "chain",
    variants: [
      { trigger: "=", length: 5 },
      { procedure: "filler", length: 5 },
      { trigger: ":", length: 5 },
    ],
  },
  phrases: {
    task: "chain",
    variants: [
      { length: 5 },
      { trigger: "think step", length: 5 },
      { trigger: "please", length: 5 },
      { trigger: "just answer quickly", length: 5 },
    ],
  },
  "wrong-step": {
    task: "chain",
    variants: [
      { procedure: "wrong-step", length: 5, expected: "implied" },
      { procedure: "wrong-step", length: 5 },
    ],
  },
  "one-route": {
    task: "chain",
    step: 1500,
    variants: [
      { trigger: ":", length: 5 },
      sampled,
      { ...sampled, samples: 9, vote: true },
      { ...sampled, samples: 25, vote: true },
    ],
  },
  votes: {
    task: "sum",
    step: 1500,
    variants: [
      { trigger: ":", length: 5 },
      sampled,
      { ...sampled, samples: 9, vote: true },
      { ...sampled, samples: 25, vote: true },
    ],
  },
  split: {
    task: "chain",
    variants: [
      { trigger: ":", length: 7 },
      { procedure: "split", length: 7 },
      { procedure: "split-given", length: 7 },
    ],
  },
} as const satisfies Readonly<Record<string, Preset>>;
export type PresetId = keyof typeof presets;
export const presetIds = Object.keys(presets) as PresetId[];

/** The experiment of a preset, asked of the base that fits the task best. */
export function specOf({ task, step, variants }: Preset): PromptSpec {
  return {
    ...defaultPrompt(findTask(task)),
    ...(step !== undefined && { from: { step } }),
    variants: variants.map(({ trigger = null, model, ...options }) =>
      variantOf({ ...optionsOf(plainVariant), ...options }, { trigger, ...(model && { model }) }),
    ),
  };
}
