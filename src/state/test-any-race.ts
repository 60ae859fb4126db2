import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  record,
  string,
  subarray,
  tuple,
  uniqueArray,
} from "fast-check";
import { bases } from "../bases/index";
import type { AnyOptions, OptionSpec, OptionSpecs } from "../lib/options";
import { methods } from "../methods/index";
import { tasks } from "../tasks/index";
import { objectiveOptions } from "../training/objectives/option-specs";
import {
  type LaneSpec,
  limits,
  type ObjectiveSpec,
  type RaceSpec,
  type RateChange,
} from "../training/race-spec";
import { fits } from "./draft";

const within = ({ min, max }: { readonly min: number; readonly max: number }) => integer({ min, max });

function optionValue(spec: OptionSpec): Arbitrary<AnyOptions[string]> {
  switch (spec.kind) {
    case "integer":
      return within(spec);
    case "number":
      return double({ min: spec.min, max: spec.max, noNaN: true });
    case "switch":
      return boolean();
    case "choice":
      return constantFrom(...spec.choices);
    case "set":
      return subarray([...spec.choices], { minLength: 1 });
    case "hash":
      return string({ unit: constantFrom(..."0123456789abcdef"), minLength: 16, maxLength: 16 });
    default:
      throw new Error(`unhandled option kind: ${JSON.stringify(spec satisfies never)}`);
  }
}

const optionsOf = (specs: OptionSpecs): Arbitrary<AnyOptions> =>
  record(Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, optionValue(spec)])));
const objective: Arbitrary<ObjectiveSpec> = constantFrom("pairwise", "dpo", "policy-gradient").chain((id) =>
  record({ id: constant(id), options: optionsOf(objectiveOptions[id]) }),
);
const rate = double({ ...limits.learningRate, noNaN: true });
const rateChanges: Arbitrary<readonly RateChange[]> = uniqueArray(within(limits.steps), {
  minLength: 1,
  maxLength: 8,
}).chain((steps) =>
  tuple(...steps.map(() => rate)).map((rates) =>
    steps.sort((a, b) => a - b).map((step, i) => ({ step, learningRate: rates[i]! })),
  ),
);
const lane: Arbitrary<LaneSpec> = constantFrom(...methods).chain(({ id, options }) =>
  record(
    {
      method: constant(id),
      options: optionsOf(options),
      learningRate: rate,
      rateChanges,
      objective,
    },
    { requiredKeys: ["method", "options", "learningRate"] },
  ),
);
/** Any race that can be set up. */
export const anyRace: Arbitrary<RaceSpec> = constantFrom(...tasks).chain((task) =>
  record({
    base: constantFrom(...bases.filter((base) => fits(base, task)).map(({ id }) => id)),
    from: constantFrom("pretrained", "untrained"),
    task: constant(task.id),
    lanes: array(lane, { minLength: limits.lanes.min, maxLength: limits.lanes.max }),
    batch: within(limits.batch),
    steps: within(limits.steps),
    seed: within(limits.seed),
  }),
);
