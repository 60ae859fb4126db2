import { countingMethod } from "../method";
import { note } from "../notes";
import type { CountingOptions } from "../options";
import type { Part } from "../part";
import { peftDefaults } from "../peft-defaults";
import { isNamed } from "../targets";
import { bank, onMatrices, sharedProjections, spectrum } from "../without-effect";
import { chooseMatrices } from "./choose-matrices";
import { mustBeAtMost, mustDivide } from "./dividing";
import { rank, rankOf } from "./low-rank";
import { matrixMethod } from "./matrix-method";

/** The widest of the chosen matrices, whose size the shared projections have. */
const widest = (chosen: readonly Part[], side: "inputs" | "outputs"): number =>
  Math.max(0, ...chosen.map((matrix) => matrix[side]));

const projections = {
  ...rank(256),
  save_projection: { kind: "switch", default: true },
} as const satisfies CountingOptions;

/** VeRA: two vectors around random matrices that all layers share; PEFT stores those matrices too. */
export const vera = matrixMethod({
  id: "vera",
  defaults: peftDefaults.vera,
  on: ["linear", "Conv1D"],
  withoutEffect: sharedProjections,
  options: projections,
  each: ({ outputs }, { r }) => outputs + r,
  finish: (trained, chosen, { r, save_projection }) => {
    const frozen = r * (widest(chosen, "inputs") + widest(chosen, "outputs"));
    return { trained, added: trained, frozen, frozenInFile: save_projection ? frozen : 0 };
  },
});

/** PVeRA: VeRA with a spread beside each value of the inner vector. */
export const pvera = matrixMethod({
  id: "pvera",
  defaults: (family) => (family === "dinov2" ? ["query", "value"] : peftDefaults.vera(family)),
  on: ["linear", "Conv1D"],
  withoutEffect: sharedProjections,
  options: projections,
  each: ({ outputs }, { r }) => outputs + 2 * r,
  finish: (trained, chosen, { r, save_projection }) => {
    const frozen = r * (2 * widest(chosen, "inputs") + widest(chosen, "outputs"));
    return { trained, added: trained, frozen, frozenInFile: save_projection ? frozen : 0 };
  },
});

/** (IA)³: a factor for each output of keys and values, and for each input of the second feed-forward matrix. */
export const ia3 = countingMethod({
  id: "ia3",
  aliases: ["(ia)3", "t-few"],
  withoutEffect: { ...onMatrices, init_ia3_weights: { kind: "switch", default: true } },
  options: {
    target_modules: { kind: "names", default: null, aliases: ["targets", "target", "modules"] },
    exclude_modules: { kind: "names", default: null },
    /** Those whose input is scaled; default: the down matrices. */
    feedforward_modules: { kind: "names", default: null, mayBeEmpty: true, aliases: ["feedforward"] },
  },
  count: (model, { feedforward_modules, ...targets }) => {
    const { family } = model.architecture;
    const usual = (of: string): readonly string[] => peftDefaults.ia3(of) ?? ["key", "value", "down"];
    const { matrices, notes } = chooseMatrices(model, targets, usual);
    const names = feedforward_modules ?? peftDefaults.feedForward(family);
    const scalesInput = (part: Part): boolean =>
      names ? names.some((name) => isNamed(part, name) || isRole(part, name)) : part.role === "down";
    const trained = matrices.reduce((sum, part) => sum + (scalesInput(part) ? part.inputs : part.outputs), 0);
    const asks = targets.target_modules === null ? "target_modules" : "feedforward_modules";
    return {
      trained,
      added: trained,
      notes: [...notes, names === null ? note("asksForTargets", { family, asks }) : undefined],
    };
  },
});

/** Whether the name is what this project calls the part's role ("mlp.down", "down"). */
function isRole({ role }: Part, name: string): boolean {
  return role !== undefined && (name === role || name === `mlp.${role}` || name === `attention.${role}`);
}

/** BEFT: a bias for the values alone. */
export const beft = matrixMethod({
  id: "beft",
  options: {},
  defaults: (family) => peftDefaults.beft(family),
  each: ({ outputs }) => outputs,
});

/** Numbers of coefficients of single modules. */
const frequencies = (value: number) =>
  ({
    n_frequency: { kind: "integer", default: value, min: 1, aliases: ["n"] },
    n_frequency_pattern: { kind: "pattern", default: {} },
  }) as const satisfies CountingOptions;

/** FourierFT: a few coefficients of the spectrum of each change. */
export const fourierft = matrixMethod({
  id: "fourierft",
  withoutEffect: spectrum,
  options: frequencies(1000),
  defaults: peftDefaults.square,
  on: ["linear", "Conv1D"],
  each: (matrix, { n_frequency, n_frequency_pattern }) => {
    const own = rankOf(matrix, n_frequency, n_frequency_pattern);
    mustBeAtMost("n_frequency", own, matrix, matrix.inputs * matrix.outputs);
    return own;
  },
});

/** WaveFT: a few coefficients of the wavelet transform of each change, by turns as many, or more in larger matrices. */
export const waveft = matrixMethod({
  id: "waveft",
  withoutEffect: {
    ...spectrum,
    wavelet_family: { kind: "any", default: null },
    use_idwt: { kind: "switch", default: true },
  },
  options: {
    ...frequencies(2592),
    proportional_parameters: { kind: "switch", default: false },
  },
  defaults: peftDefaults.square,
  on: ["linear", "Conv1D"],
  each: (matrix, { n_frequency, n_frequency_pattern, proportional_parameters }) => {
    const own = rankOf(matrix, n_frequency, n_frequency_pattern);
    if (!proportional_parameters) mustBeAtMost("n_frequency", own, matrix, matrix.inputs * matrix.outputs);
    return own;
  },
  finish: (sum, chosen, { n_frequency, proportional_parameters }) => {
    const sizes = chosen.map(({ inputs, outputs }) => inputs * outputs);
    const total = sizes.reduce((all, size) => all + size, 0);
    const budget = n_frequency * chosen.length;
    const shares = sizes.map((size) => Math.max(1, roundToEven((size / total) * budget)));
    const trained = proportional_parameters ? shares.reduce((all, share) => all + share, 0) : sum;
    return { trained, added: trained };
  },
});

/** Rounds halves to the even neighbour, as Python does. */
export function roundToEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** C3A: block-circulant matrices, one vector for each block. */
export const c3a = matrixMethod({
  id: "c3a",
  options: {
    block_size: { kind: "integer", default: 256, min: 1, aliases: ["b"] },
    block_size_pattern: { kind: "pattern", default: {} },
  },
  defaults: peftDefaults.square,
  each: (matrix, { block_size, block_size_pattern }) => {
    const own = rankOf(matrix, block_size, block_size_pattern);
    mustDivide("block_size", own, matrix, "inputs");
    mustDivide("block_size", own, matrix, "outputs");
    return (matrix.inputs * matrix.outputs) / own;
  },
});

/** VB-LoRA: factors put together from one bank of vectors, chosen by trained scores. */
export const vblora = matrixMethod({
  id: "vblora",
  aliases: ["vb-lora"],
  withoutEffect: bank,
  defaults: peftDefaults.vblora,
  on: ["linear", "Conv1D"],
  options: {
    ...rank(4),
    num_vectors: { kind: "integer", default: 256, min: 1 },
    vector_length: { kind: "integer", default: 256, min: 1 },
  },
  each: (matrix, { r, num_vectors, vector_length }) => {
    mustDivide("vector_length", vector_length, matrix, "inputs");
    mustDivide("vector_length", vector_length, matrix, "outputs");
    return ((matrix.inputs + matrix.outputs) / vector_length) * r * num_vectors;
  },
  finish: (scores, _, { num_vectors, vector_length }) => {
    const trained = scores + num_vectors * vector_length;
    return { trained, added: trained };
  },
});

/** Uni-LoRA: one vector, spread by a fixed projection over the factors of all matrices. */
export const unilora = matrixMethod({
  id: "unilora",
  on: ["linear", "Conv1D"],
  options: { theta_d_length: { kind: "integer", default: 256, min: 1 } },
  withoutEffect: {
    ...rank(4),
    unilora_dropout: { kind: "any", default: null },
    proj_seed: { kind: "any", default: null },
    init_theta_d_bound: { kind: "any", default: null },
    save_indices: { kind: "switch", default: false },
  },
  each: () => 0,
  finish: (_, __, { theta_d_length }) => ({ trained: theta_d_length, added: theta_d_length }),
});

/** TinyLoRA: a short vector for each matrix, or for several that are tied, spread over the largest directions of W. */
export const tinylora = matrixMethod({
  id: "tinylora",
  on: ["linear", "Conv1D"],
  options: {
    u: { kind: "integer", default: 64, min: 1 },
    weight_tying: { kind: "number", default: 0, min: 0, max: 1 },
  },
  withoutEffect: {
    ...rank(2),
    projection_seed: { kind: "any", default: null },
    save_projection: { kind: "switch", default: true },
    init_v_bound: { kind: "any", default: null },
    tinylora_dropout: { kind: "any", default: null },
  },
  each: () => 0,
  finish: (_, { length }, { u, weight_tying }) => {
    const groups = Math.max(1, roundToEven(length * (1 - weight_tying)));
    const size = Math.max(1, Math.floor(length / groups));
    const trained = u * Math.min(groups, Math.ceil(length / size));
    return { trained, added: trained };
  },
});
