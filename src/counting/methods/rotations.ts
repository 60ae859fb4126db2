import { CountingError } from "../counting-error";
import { note } from "../notes";
import type { Part } from "../part";
import { directions } from "../without-effect";
import { mustBeAtMost, mustDivide } from "./dividing";
import { rank } from "./low-rank";
import { matrixMethod } from "./matrix-method";

/** OFT: rotations of blocks of the input; r blocks, or blocks of oft_block_size. A size that does not fit gives way. */
export const oft = matrixMethod({
  id: "oft",
  on: ["linear", "embedding", "convolution"],
  options: {
    r: { kind: "integer", default: 0, min: 0, aliases: ["rank"] },
    oft_block_size: { kind: "integer", default: 32, min: 0, aliases: ["blockSize"] },
    block_share: { kind: "switch", default: false },
  },
  withoutEffect: {
    coft: { kind: "switch", default: false },
    eps: { kind: "any", default: null },
    use_cayley_neumann: { kind: "switch", default: true },
    num_cayley_neumann_terms: { kind: "integer", default: null, min: 1 },
    module_dropout: { kind: "any", default: null },
  },
  each: (matrix, { r, oft_block_size, block_share }) => {
    const inputs = turned(matrix);
    if (r === 0 && oft_block_size === 0)
      throw new CountingError("value", "r or oft_block_size must be above 0", ["1 and more"]);
    const size = r > 0 ? inputs / nearestDivisor(inputs, r) : nearestDivisor(inputs, oft_block_size);
    return ((block_share ? 1 : inputs / size) * size * (size - 1)) / 2;
  },
  finish: (trained, chosen, { r, oft_block_size }) => {
    const asked = r > 0 ? r : oft_block_size;
    const misfit = chosen.find((matrix) => turned(matrix) % asked !== 0);
    const taken = misfit && nearestDivisor(turned(misfit), asked);
    return {
      trained,
      added: trained,
      notes: [
        misfit &&
          note("blockMisfit", { asked, inputs: turned(misfit), module: misfit.path, taken: taken ?? 0 }),
      ],
    };
  },
});

/** The width that is turned: of an embedding that of its rows. */
function turned({ kind, inputs, outputs }: Part): number {
  return kind === "table" ? outputs : inputs;
}

/** The divisor that is nearest to a size, the smaller of two; the whole width where the size is as large. */
function nearestDivisor(width: number, size: number): number {
  if (size >= width) return width;
  let higher = size;
  while (width % higher !== 0) higher++;
  let lower = size;
  while (width % lower !== 0) lower--;
  return size - lower <= higher - size ? lower : higher;
}

/** BOFT: rotations in boft_n_butterfly_factor layers of blocks, and a length for each output. */
export const boft = matrixMethod({
  id: "boft",
  on: ["linear", "convolution"],
  options: {
    boft_block_size: { kind: "integer", default: 4, min: 0, aliases: ["blockSize"] },
    boft_block_num: { kind: "integer", default: 0, min: 0 },
    boft_n_butterfly_factor: { kind: "integer", default: 1, min: 1 },
  },
  withoutEffect: { boft_dropout: { kind: "number", default: null, min: 0, max: 1 } },
  each: (matrix, { boft_block_size, boft_block_num, boft_n_butterfly_factor }) => {
    const size = blockSize(matrix, boft_block_num, boft_block_size);
    return boft_n_butterfly_factor * matrix.inputs * size + matrix.outputs;
  },
});

/** Inputs in a block: by the number of blocks, or where that is 0 by their size. */
function blockSize(matrix: Part, blocks: number, size: number): number {
  if (blocks === 0 && size === 0)
    throw new CountingError("value", "boft_block_num or boft_block_size must be above 0", ["1 and more"]);
  if (blocks > 0) {
    mustDivide("boft_block_num", blocks, matrix, "inputs");
    return matrix.inputs / blocks;
  }
  mustDivide("boft_block_size", size, matrix, "inputs");
  return size;
}

/** HRA: r reflections of the input. */
export const hra = matrixMethod({
  id: "hra",
  on: ["linear", "convolution"],
  options: rank(8),
  withoutEffect: { apply_GS: { kind: "switch", default: false } },
  each: ({ inputs }, { r }) => r * inputs,
});

/** PSOFT: a rotation inside the r largest directions of W, with a length before and after it. */
export const psoft = matrixMethod({
  id: "psoft",
  options: {
    ...rank(32),
    /** Off: any matrix instead of a rotation. */
    psoft_orth: { kind: "switch", default: true },
    psoft_mag_a: { kind: "switch", default: true },
    psoft_mag_b: { kind: "switch", default: true },
  },
  withoutEffect: directions,
  each: (matrix, { r, psoft_orth, psoft_mag_a, psoft_mag_b }) => {
    mustBeAtMost("r", r, matrix, Math.min(matrix.inputs, matrix.outputs));
    return (psoft_orth ? (r * (r - 1)) / 2 : r * r) + (psoft_mag_a ? r : 0) + (psoft_mag_b ? r : 0);
  },
});

/** RoAd: pairs of outputs turned and stretched; variants 2 and 4 have more angles for each pair. */
export const road = matrixMethod({
  id: "road",
  options: {
    variant: { kind: "choice", default: "road_1", choices: ["road_1", "road_2", "road_4"] },
    group_size: { kind: "integer", default: 64, min: 2 },
  },
  each: (matrix, { variant, group_size }) => {
    mustDivide("group_size", group_size, matrix, "outputs");
    return matrix.outputs * Number(variant.slice(-1));
  },
});

/** RandLoRA: fixed random factors for every rank, mixed by trained diagonals. */
export const randlora = matrixMethod({
  id: "randlora",
  on: ["linear", "Conv1D"],
  options: rank(32),
  withoutEffect: {
    randlora_alpha: { kind: "any", default: null },
    randlora_dropout: { kind: "number", default: null, min: 0, max: 1 },
    sparse: { kind: "switch", default: false },
    very_sparse: { kind: "switch", default: false },
    save_projection: { kind: "switch", default: true },
    projection_prng_key: { kind: "any", default: null },
  },
  each: ({ inputs, outputs }, { r }) => {
    const narrow = Math.min(inputs, outputs);
    return Math.ceil(narrow / r) * (r + narrow);
  },
});

/** MiSS: one small matrix, repeated over the inputs; "bat" mixes blocks of r × r, "mini" keeps mini_r columns only. */
export const miss = matrixMethod({
  id: "miss",
  aliases: ["bone"],
  options: {
    ...rank(64),
    init_weights: { kind: "choice", default: null, choices: ["true", "false", "bat", "mini"] },
    mini_r: { kind: "integer", default: 1, min: 1 },
  },
  withoutEffect: { miss_dropout: { kind: "number", default: null, min: 0, max: 1 } },
  each: (matrix, { r, init_weights, mini_r }) => {
    mustBeAtMost("r", r, matrix, matrix.inputs);
    if (init_weights === "bat") {
      mustDivide("r", r, matrix, "inputs");
      mustDivide("r", r, matrix, "outputs");
    }
    if (init_weights === "mini") mustDivide("mini_r", mini_r, matrix, "outputs");
    return init_weights === "mini" ? r * mini_r : r * matrix.outputs;
  },
});
