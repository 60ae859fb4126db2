import type { Part } from "../part";
import { peftDefaults } from "../peft-defaults";
import { alpha, budget, loraChoices, lowRank, seeds } from "../without-effect";
import { matrixMethod } from "./matrix-method";

const rank = (value: number) => ({
  r: { kind: "integer", default: value, min: 1, aliases: ["rank"] } as const,
});

const pair = ({ inputs, outputs }: Part, r: number): number => r * (inputs + outputs);

/** LoRA: A (r × in) and B (out × r). use_dora adds a length, lora_bias a bias for each output. */
export const lora = matrixMethod({
  id: "lora",
  aliases: ["qlora", "rslora", "pissa"],
  withoutEffect: { ...lowRank, ...loraChoices },
  options: {
    ...rank(8),
    use_dora: { kind: "switch", default: false, aliases: ["dora"] },
    lora_bias: { kind: "switch", default: false },
  },
  each: (matrix, { r, use_dora, lora_bias }) =>
    pair(matrix, r) + (use_dora ? matrix.outputs : 0) + (lora_bias ? matrix.outputs : 0),
});

/** DoRA: LoRA and a length for each output. */
export const dora = matrixMethod({
  id: "dora",
  aliases: ["qdora"],
  withoutEffect: lowRank,
  options: rank(8),
  each: (matrix, { r }) => pair(matrix, r) + matrix.outputs,
});

/** LoRA-FA: A stays as drawn, only B trains. */
export const loraFa = matrixMethod({
  id: "lora-fa",
  withoutEffect: lowRank,
  options: rank(8),
  each: ({ outputs }, { r }) => r * outputs,
  finish: (trained, chosen, { r }) => {
    const both = chosen.reduce((sum, matrix) => sum + pair(matrix, r), 0);
    return { trained, kept: both, added: both };
  },
});

/**
 * AdaLoRA: P Λ Q of rank init_r; one frozen number a matrix says how many directions are left. Kept is what lies in the
 * file: HF PEFT cuts the factors to the directions left when it saves, target_r a matrix on average.
 */
export const adalora = matrixMethod({
  id: "adalora",
  defaults: peftDefaults.adalora,
  withoutEffect: { ...lowRank, ...budget },
  options: {
    init_r: { kind: "integer", default: 12, min: 1, aliases: ["r", "rank", "initRank"] },
    target_r: { kind: "integer", default: 8, min: 1, aliases: ["targetRank"] },
  },
  each: ({ inputs, outputs }, { init_r }) => init_r * (inputs + outputs + 1),
  finish: (trained, chosen, { init_r, target_r }) => ({
    trained,
    kept: Math.round((trained * Math.min(target_r, init_r)) / init_r),
    added: trained + chosen.length,
  }),
});

/** LoHa: the product, entry by entry, of two low-rank changes. */
export const loha = matrixMethod({
  id: "loha",
  withoutEffect: alpha,
  options: rank(8),
  each: (matrix, { r }) => 2 * pair(matrix, r),
});

/** HiRA: W times a low-rank change, entry by entry. */
export const hira = matrixMethod({
  id: "hira",
  options: rank(32),
  each: (matrix, { r }) => pair(matrix, r),
});

/** LoKr: a Kronecker product of a small matrix and a large one, the large one of rank r where that is smaller. */
export const lokr = matrixMethod({
  id: "lokr",
  withoutEffect: alpha,
  options: {
    ...rank(8),
    decompose_both: { kind: "switch", default: false },
    decompose_factor: { kind: "integer", default: -1, min: -1, aliases: ["factor"] },
  },
  each: ({ inputs, outputs }, { r, decompose_both, decompose_factor }) => {
    const [outSmall, outLarge] = twoFactors(outputs, decompose_factor);
    const [inSmall, inLarge] = twoFactors(inputs, decompose_factor);
    const splitsSmall = decompose_both && r < Math.max(outSmall, inSmall) / 2;
    const small = splitsSmall ? r * (outSmall + inSmall) : outSmall * inSmall;
    const large = r < Math.max(outLarge, inLarge) / 2 ? r * (outLarge + inLarge) : outLarge * inLarge;
    return small + large;
  },
});

/** Two factors of a width, the smaller first: `factor` and the rest, or else as near to a square as can be. */
function twoFactors(width: number, factor: number): readonly [number, number] {
  if (factor > 0 && width % factor === 0) return [factor, width / factor];
  const most = factor === -1 ? width : factor;
  let [small, large] = [1, width];
  for (let next = 2; next <= most && next * next <= width; next++) {
    if (width % next === 0) [small, large] = [next, width / next];
  }
  return [small, large];
}

/** Poly: skills that tasks mix, each a LoRA in `n_splits` pieces. */
export const poly = matrixMethod({
  id: "poly",
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
  withoutEffect: seeds,
  options: rank(32),
  each: (matrix, { r }) => pair(matrix, r),
  finish: (trained) => ({ trained, added: trained, indicesInFile: 2 * trained }),
});
