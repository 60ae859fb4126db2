import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  option,
  record,
  string,
} from "fast-check";
import { allBases, type ListedBase } from "../../bases/index";
import { readAlike } from "../../bases/read-alike";
import { allTasks } from "../../tasks/index";
import type { BaseWeights } from "../../training/race-spec";
import { type PromptSpec, type PromptVariant, promptLimits, variantOf, variantOptions } from "./prompt-spec";

const within = ({ min, max }: { readonly min: number; readonly max: number }) => integer({ min, max });
const text = (max: number): Arbitrary<string> =>
  string({ unit: constantFrom(..."aA?=;:%&+#, .(){}\u65e5\u{1f600}"), maxLength: max / 2 });
const { demonstrations, wrong, length, temperature, topK, samples } = variantOptions;

/** Any variant, with names and triggers that no grammar would like. */
export const anyVariant: Arbitrary<PromptVariant> = record({
  options: record({
    demonstrations: within(demonstrations),
    labels: constantFrom(...variantOptions.labels.choices),
    inputs: constantFrom(...variantOptions.inputs.choices),
    wrong: within(wrong),
    procedure: constantFrom(...variantOptions.procedure.choices),
    length: within(length),
    expected: constantFrom(...variantOptions.expected.choices),
    temperature: double({ min: temperature.min, max: temperature.max, noNaN: true }),
    topK: within(topK),
    samples: within(samples),
    vote: boolean(),
  }),
  texts: record(
    { name: text(promptLimits.name.max), trigger: option(text(promptLimits.trigger.max)) },
    { requiredKeys: ["trigger"] },
  ),
}).map(({ options, texts }) => variantOf(options, texts));

/** Any variant of an experiment with this base; some ask another model. */
const variantFor = (base: ListedBase): Arbitrary<PromptVariant> =>
  record({
    variant: anyVariant,
    other: option(constantFrom(...allBases.filter((other) => readAlike(base, other)))),
    at: integer({ min: 0, max: 11 }),
  }).map(({ variant, other, at }) => {
    if (!other) return variant;
    const steps = (other.snapshots ?? []).map((step) => ({ step }));
    const weights: readonly BaseWeights[] = ["pretrained", "untrained", ...steps];
    return { ...variant, model: { base: other.id, from: weights[at % weights.length]! } };
  });

/** Any prompt experiment that can be asked for. */
export const anyPrompt: Arbitrary<PromptSpec> = constantFrom(...allTasks)
  .chain((task) =>
    constantFrom(...allBases.filter(({ family }) => family === task.family).map((base) => ({ task, base }))),
  )
  .chain(({ task, base }) =>
    record({
      base: constant(base.id),
      from: constantFrom("pretrained", "untrained"),
      task: constant({ id: task.id }),
      variants: array(variantFor(base), {
        minLength: promptLimits.variants.min,
        maxLength: promptLimits.variants.max,
      }),
      items: within(promptLimits.items),
      seed: within(promptLimits.seed),
    }),
  );
