import type { AnyOptions } from "../lib/options";
import { matrices } from "../model/config";

const targets = ["attention.query", "attention.value"];

/** The options of every method with their defaults, as the methods' files have them. */
export const options: Readonly<Record<string, AnyOptions>> = {
  full: {},
  head: { kind: "linear", hidden: 32 },
  adapter: { bottleneck: 8, after: ["attention", "mlp"], initStd: 0.01, layerNorms: false },
  "adapter-bias": { shareAlpha: false, layerNorms: false },
  compacter: { bottleneck: 8, n: "4", after: ["attention", "mlp"] },
  bitfit: { terms: [...matrices, "norm"] },
  "layer-norm": { terms: ["weight", "bias"] },
  "random-subset": { share: 0.02, within: matrices, seed: 1 },
  "prefix-tuning": { length: 8, projection: false, hidden: 64, init: "random" },
  "p-tuning-v2": { length: 8, depth: "all", projection: false, hidden: 64 },
  "prompt-tuning": { length: 8, init: "vocabulary", initStd: 0.5 },
  "p-tuning": { length: 8, encoder: "mlp", hidden: 32, freezeBase: true },
  "llama-adapter": { length: 8, depth: "all" },
  lora: { rank: 4, alpha: 8, targets, scaling: "standard", init: "standard" },
  dora: { rank: 4, alpha: 8, targets },
  adalora: { rank: 6, targetRank: 3, alpha: 8, targets, orthogonality: 0.1, warmUp: 0.1, settled: 0.5 },
  vera: { rank: 32, initD: 0.1, targets },
  ia3: { targets: ["attention.key", "attention.value", "mlp.down"] },
};

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
  ["ia3", { targets: ["attention.key"] }],
];
