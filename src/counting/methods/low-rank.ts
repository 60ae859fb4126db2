import { note } from "../notes";
import type { CountingOptions } from "../options";
import type { Part } from "../part";
import { peftDefaults } from "../peft-defaults";
import { any, budget, loraChoices, loraExtras, lowRank, seeds } from "../without-effect";
import { formerTargets, namedTensors, type TunedTensor } from "./experts";
import { matrixMethod } from "./matrix-method";
import { tokenOptions, withTokens } from "./trainable-tokens";

/** An option for the rank. */
export const rank = (value: number) =>
  ({ r: { kind: "integer", default: value, min: 1, aliases: ["rank"] } }) as const satisfies CountingOptions;

/** Ranks of single modules, by the first pattern that the end of their path fits. */
export const rankPattern = {
  rank_pattern: { kind: "pattern", default: {} },
} as const satisfies CountingOptions;

/** The rank of a matrix: that of the first pattern which fits, or the one for all. */
export function rankOf({ path }: Part, r: number, patterns: Readonly<Record<string, number>>): number {
  const found = Object.entries(patterns).find(([pattern]) => fits(pattern, path));
  return found ? found[1] : r;
}

function fits(pattern: string, path: string): boolean {
  try {
    return new RegExp(`^(?:.*\\.)?(?:${pattern})$`).test(path);
  } catch {
    return path.endsWith(pattern);
  }
}

export const pair = ({ inputs, outputs }: Part, r: number): number => r * (inputs + outputs);
const everyLayer = ["linear", "Conv1D", "embedding", "convolution"] as const;

/** LoRA: A (r × in) and B (out × r). use_dora adds a length for each output, lora_bias a bias. */
export const lora = matrixMethod({
  id: "lora",
  aliases: ["qlora", "rslora", "pissa", "olora", "lora+", "loftq"],
  withoutEffect: { ...lowRank, ...loraChoices, ...loraExtras },
  on: everyLayer,
  elsewhere: (model, { target_modules }) => formerTargets(model, target_modules).names,
  options: {
    ...rank(8),
    ...rankPattern,
    /** Tensors that are no layers, such as stacked experts. */
    target_parameters: { kind: "names", default: null },
    use_dora: { kind: "switch", default: false, aliases: ["dora"] },
    lora_bias: { kind: "switch", default: false },
    ...tokenOptions,
  },
  each: (matrix, { r, rank_pattern, use_dora, lora_bias }) =>
    pair(matrix, rankOf(matrix, r, rank_pattern)) +
    (use_dora ? matrix.outputs : 0) +
    (lora_bias ? matrix.outputs : 0),
  finish: (trained, _, options, model) => {
    const isRefused = options.use_dora && options.lora_bias;
    const tensors = [
      ...formerTargets(model, options.target_modules).tensors,
      ...namedTensors(model, options.target_parameters ?? []),
    ];
    const inTensors = tensors.reduce((sum, tensor) => sum + sizeInTensor(tensor, options), 0);
    return {
      ...withTokens(trained + inTensors, options, model),
      notes: [isRefused ? note("doraBias") : undefined],
    };
  },
});

/** LoRA of every matrix in a stacked tensor. */
function sizeInTensor(
  { part, times }: TunedTensor,
  { r, rank_pattern }: { readonly r: number; readonly rank_pattern: Readonly<Record<string, number>> },
): number {
  return pair(part, rankOf(part, times * r, rank_pattern)) * (part.stacked ?? 1);
}

/** DoRA: LoRA and a length for each output. */
export const dora = matrixMethod({
  id: "dora",
  aliases: ["qdora"],
  withoutEffect: { ...lowRank, ...loraExtras },
  on: everyLayer,
  options: { ...rank(8), ...rankPattern, ...tokenOptions },
  each: (matrix, { r, rank_pattern }) => pair(matrix, rankOf(matrix, r, rank_pattern)) + matrix.outputs,
  finish: (trained, _, options, model) => withTokens(trained, options, model),
});

/** LoRA-FA: A stays as drawn, only B trains. */
export const loraFa = matrixMethod({
  id: "lora-fa",
  withoutEffect: lowRank,
  on: everyLayer,
  options: { ...rank(8), ...rankPattern },
  each: ({ outputs, ...matrix }, { r, rank_pattern }) =>
    rankOf({ outputs, ...matrix }, r, rank_pattern) * outputs,
  finish: (trained, chosen, { r, rank_pattern }) => {
    const both = chosen.reduce((sum, matrix) => sum + pair(matrix, rankOf(matrix, r, rank_pattern)), 0);
    return { trained, kept: both, added: both };
  },
});

/**
 * AdaLoRA: P Λ Q of rank init_r; one frozen value for each matrix says how many directions are left. Kept is what goes
 * into the file: HF PEFT cuts the factors to the directions left when it saves, target_r for each matrix on average.
 */
export const adalora = matrixMethod({
  id: "adalora",
  defaults: peftDefaults.adalora,
  // HF PEFT writes a rank_pattern into the config as AdaLoRA prunes; it takes lora_bias and passes over it.
  withoutEffect: { ...lowRank, ...budget, ...loraExtras, ...rankPattern, lora_bias: any },
  on: ["linear", "Conv1D"],
  options: {
    init_r: { kind: "integer", default: 12, min: 1, aliases: ["rank", "initRank"] },
    target_r: { kind: "integer", default: 8, min: 1, aliases: ["targetRank"] },
    /** LoRA's, which HF PEFT reads and passes over. */
    r: { kind: "integer", default: null, min: 1 },
    ...tokenOptions,
  },
  each: ({ inputs, outputs }, { init_r }) => init_r * (inputs + outputs + 1),
  finish: (inMatrices, chosen, options, model) => {
    const { init_r, target_r, r } = options;
    const { trained } = withTokens(inMatrices, options, model);
    const inTokens = trained - inMatrices;
    return {
      trained,
      kept: Math.round((inMatrices * Math.min(target_r, init_r)) / init_r) + inTokens,
      added: trained + chosen.length,
      notes: [r === null ? undefined : note("initRank", { rank: init_r })],
    };
  },
});

/** HiRA: W times a low-rank change, entry by entry. */
export const hira = matrixMethod({
  id: "hira",
  on: everyLayer,
  // HF PEFT 0.21 reads rank_pattern and passes over it.
  withoutEffect: { ...rankPattern, hira_dropout: any },
  options: rank(32),
  each: (matrix, { r }) => pair(matrix, r),
});

/** Poly: skills that tasks mix, each a LoRA in `n_splits` pieces. */
export const poly = matrixMethod({
  id: "poly",
  withoutEffect: { poly_type: any },
  options: {
    ...rank(8),
    n_tasks: { kind: "integer", default: 1, min: 1 },
    n_skills: { kind: "integer", default: 4, min: 1 },
    n_splits: { kind: "integer", default: 1, min: 1 },
  },
  each: (matrix, { r, n_tasks, n_skills, n_splits }) =>
    n_skills * pair(matrix, r) + n_tasks * n_splits * n_skills,
});

/** SHiRA: as many single entries of the matrix as LoRA of rank r would train. */
export const shira = matrixMethod({
  id: "shira",
  defaults: peftDefaults.vera,
  withoutEffect: seeds,
  options: rank(32),
  each: (matrix, { r }) => pair(matrix, r),
  finish: (trained) => ({ trained, added: trained, indicesInFile: 2 * trained }),
});
