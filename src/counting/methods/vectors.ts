import { countingMethod } from "../method";
import type { Part } from "../part";
import { peftDefaults } from "../peft-defaults";
import { findTargets } from "../targets";
import { bank, onMatrices, sharedProjections, spectrum } from "../without-effect";
import { mustDivide } from "./dividing";
import { matrixMethod } from "./matrix-method";

/** The widest of the chosen matrices, whose size the shared projections have. */
const widest = (chosen: readonly Part[], side: "inputs" | "outputs"): number =>
  Math.max(...chosen.map((matrix) => matrix[side]));

/** VeRA: two vectors around random matrices that all layers share; PEFT stores those matrices too. */
export const vera = matrixMethod({
  id: "vera",
  withoutEffect: sharedProjections,
  options: {
    r: { kind: "integer", default: 256, min: 1, aliases: ["rank"] },
    save_projection: { kind: "switch", default: true },
  },
  each: ({ outputs }, { r }) => outputs + r,
  finish: (trained, chosen, { r, save_projection }) => {
    const frozen = r * (widest(chosen, "inputs") + widest(chosen, "outputs"));
    return { trained, added: trained, frozen, frozenInFile: save_projection ? frozen : 0 };
  },
});

/** PVeRA: VeRA with a spread beside each value of the inner vector. */
export const pvera = matrixMethod({
  id: "pvera",
  withoutEffect: sharedProjections,
  options: { r: { kind: "integer", default: 256, min: 1, aliases: ["rank"] } },
  each: ({ outputs }, { r }) => outputs + 2 * r,
});

/** IA3: a factor for each output of keys and values, and for each input of the second feed-forward matrix. */
export const ia3 = countingMethod({
  id: "ia3",
  aliases: ["(ia)3", "t-few"],
  withoutEffect: onMatrices,
  options: {
    target_modules: { kind: "names", default: null, aliases: ["targets", "target", "modules"] },
    /** Those whose input is scaled; default: the down matrices. */
    feedforward_modules: { kind: "names", default: null, aliases: ["feedforward"] },
  },
  count: ({ architecture, body, layers }, { target_modules, feedforward_modules }) => {
    const targets = target_modules ?? peftDefaults.ia3(architecture.family);
    const names = feedforward_modules ?? peftDefaults.feedForward(architecture.family);
    const scaledAtInput = new Set(names.length > 0 ? findTargets(body, names).map(({ path }) => path) : []);
    const chosen = findTargets(body, targets, layers);
    const trained = chosen.reduce(
      (sum, { path, inputs, outputs }) => sum + (scaledAtInput.has(path) ? inputs : outputs),
      0,
    );
    return { trained, added: trained };
  },
});

/** BEFT: a bias for the values alone. */
export const beft = matrixMethod({
  id: "beft",
  options: {},
  defaults: peftDefaults.value,
  each: ({ outputs }) => outputs,
});

/** FourierFT: a few coefficients of the spectrum of each change. */
export const fourierft = matrixMethod({
  id: "fourierft",
  withoutEffect: spectrum,
  options: { n_frequency: { kind: "integer", default: 1000, min: 1, aliases: ["n"] } },
  defaults: peftDefaults.square,
  each: (_, { n_frequency }) => n_frequency,
});

/** C3A: block-circulant matrices, one vector a block. */
export const c3a = matrixMethod({
  id: "c3a",
  options: { block_size: { kind: "integer", default: 256, min: 1, aliases: ["b"] } },
  defaults: peftDefaults.square,
  each: (matrix, { block_size }) => {
    mustDivide("block_size", block_size, matrix, "inputs");
    mustDivide("block_size", block_size, matrix, "outputs");
    return (matrix.inputs * matrix.outputs) / block_size;
  },
});

/** VB-LoRA: factors put together from one bank of vectors, chosen by trained scores. */
export const vblora = matrixMethod({
  id: "vblora",
  aliases: ["vb-lora"],
  withoutEffect: bank,
  defaults: peftDefaults.vblora,
  options: {
    r: { kind: "integer", default: 4, min: 1, aliases: ["rank"] },
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
  options: { theta_d_length: { kind: "integer", default: 256, min: 1 } },
  each: () => 0,
  finish: (_, __, { theta_d_length }) => ({ trained: theta_d_length, added: theta_d_length }),
});

/** TinyLoRA: a short vector a matrix, spread over the largest singular directions of W. */
export const tinylora = matrixMethod({
  id: "tinylora",
  options: { u: { kind: "integer", default: 64, min: 1 } },
  each: (_, { u }) => u,
});
