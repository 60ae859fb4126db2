import { type AnyOptions, defaultOptions, type OptionSpec, type OptionSpecs } from "../lib/options";
import { methods } from "../methods/index";
import { matrices } from "../model/config";

/** The options of every method with their defaults. */
export const options: Readonly<Record<string, AnyOptions>> = Object.fromEntries(
  methods.map((method) => [method.id, defaultOptions(method.options)]),
);

/** Other choices, so that every branch of the recipes is taken. */
export const otherOptions: readonly (readonly [method: string, options: AnyOptions])[] = [
  ["head", { kind: "mlp", hidden: 48 }],
  ["adapter", { bottleneck: 16, after: ["mlp"], initStd: 0.001, layerNorms: true }],
  ["adapter-bias", { shareAlpha: true, layerNorms: true }],
  ["compacter", { bottleneck: 24, n: "2", after: ["attention"] }],
  ["bitfit", { terms: ["attention.query", "mlp.up"] }],
  ["layer-norm", { terms: ["weight"] }],
  ["random-subset", { share: 0.3, within: ["mlp.down"], seed: 7 }],
  ["prefix-tuning", { length: 12, projection: true, hidden: 96, init: "zero" }],
  ["p-tuning-v2", { length: 5, depth: "half", projection: true, hidden: 80 }],
  ["prompt-tuning", { length: 11, init: "labels", initStd: 0.5 }],
  ["prompt-tuning", { length: 3, init: "random", initStd: 0.25 }],
  ["p-tuning", { length: 6, encoder: "lstm", hidden: 40, freezeBase: false }],
  ["llama-adapter", { length: 9, depth: "half" }],
  ["llama-adapter", { length: 9, depth: "one" }],
  ["lora", { rank: 16, alpha: 32, targets: matrices, scaling: "rank-stabilized", init: "both-zero" }],
  [
    "adalora",
    {
      rank: 12,
      targetRank: 8,
      alpha: 16,
      targets: ["mlp.down"],
      orthogonality: 0.5,
      warmUp: 0.6,
      settled: 0.3,
    },
  ],
  ["ia3", { targets: ["attention.key"] }],
];

/** For every option of every method: each choice, or both ends, with the others at their defaults. */
export const everyOption: readonly (readonly [method: string, options: AnyOptions])[] = methods.flatMap(
  (method) =>
    Object.entries(method.options as OptionSpecs).flatMap(([name, spec]) =>
      valuesOf(spec).map(
        (value) => [method.id, { ...defaultOptions(method.options), [name]: value }] as const,
      ),
    ),
);

function valuesOf(spec: OptionSpec): readonly AnyOptions[string][] {
  switch (spec.kind) {
    case "integer":
    case "number":
      return [spec.min, spec.max];
    case "switch":
      return [true, false];
    case "choice":
      return spec.choices;
    case "set":
      return [spec.choices, ...spec.choices.map((choice) => [choice])];
    case "hash":
      return [spec.default];
    default:
      return spec satisfies never;
  }
}
