import { CountingError } from "../counting-error";
import type { CountingOptions } from "../options";
import type { Part } from "../part";
import { mustDivide } from "./dividing";
import { matrixMethod } from "./matrix-method";

/** Inputs in a block: by the number of blocks, or where that is 0 by their size. Each is its option's name and value. */
function blockSize(
  matrix: Part,
  blocks: Readonly<Record<string, number>>,
  sizes: Readonly<Record<string, number>>,
): number {
  const [[number, count], [name, size]] = [Object.entries(blocks)[0]!, Object.entries(sizes)[0]!];
  const [chosen, value] = count > 0 ? [number, count] : [name, size];
  if (value === 0) throw new CountingError("value", `${number} or ${name} must be above 0`, ["1 and more"]);
  mustDivide(chosen, value, matrix, "inputs");
  return count > 0 ? matrix.inputs / count : size;
}

/** OFT: rotations of blocks of the input; r blocks, or blocks of oft_block_size. */
export const oft = matrixMethod({
  id: "oft",
  options: {
    r: { kind: "integer", default: 0, min: 0, aliases: ["rank"] },
    oft_block_size: { kind: "integer", default: 32, min: 0, aliases: ["blockSize"] },
    block_share: { kind: "switch", default: false },
  },
  each: (matrix, { r, oft_block_size, block_share }) => {
    const size = blockSize(matrix, { r }, { oft_block_size });
    const { inputs } = matrix;
    return ((block_share ? 1 : inputs / size) * size * (size - 1)) / 2;
  },
});

/** BOFT: rotations in boft_n_butterfly_factor layers of blocks, and a length for each output. */
export const boft = matrixMethod({
  id: "boft",
  options: {
    boft_block_size: { kind: "integer", default: 4, min: 0, aliases: ["blockSize"] },
    boft_block_num: { kind: "integer", default: 0, min: 0 },
    boft_n_butterfly_factor: { kind: "integer", default: 1, min: 1 },
  },
  each: (matrix, { boft_block_size, boft_block_num, boft_n_butterfly_factor }) => {
    const size = blockSize(matrix, { boft_block_num }, { boft_block_size });
    return boft_n_butterfly_factor * matrix.inputs * size + matrix.outputs;
  },
});

const rank = (value: number) =>
  ({ r: { kind: "integer", default: value, min: 1, aliases: ["rank"] } }) as const satisfies CountingOptions;

/** HRA: r reflections of the input. */
export const hra = matrixMethod({
  id: "hra",
  options: rank(8),
  each: ({ inputs }, { r }) => r * inputs,
});

/** PSOFT: a rotation inside the r largest directions of W, with a length before and after it. */
export const psoft = matrixMethod({
  id: "psoft",
  options: rank(32),
  each: (_, { r }) => (r * (r - 1)) / 2 + 2 * r,
});

/** RoAd: pairs of outputs turned and stretched; variants 2 and 4 have more angles a pair. */
export const road = matrixMethod({
  id: "road",
  options: { variant: { kind: "choice", default: "road_1", choices: ["road_1", "road_2", "road_4"] } },
  each: ({ outputs }, { variant }) => outputs * Number(variant.slice(-1)),
});

/** RandLoRA: fixed random factors for every rank, mixed by trained diagonals. */
export const randlora = matrixMethod({
  id: "randlora",
  options: rank(32),
  each: ({ inputs, outputs }, { r }) => {
    const narrow = Math.min(inputs, outputs);
    return Math.ceil(narrow / r) * (r + narrow);
  },
});

/** MiSS: one small matrix, repeated over the inputs. */
export const miss = matrixMethod({
  id: "miss",
  aliases: ["bone"],
  options: rank(64),
  each: ({ outputs }, { r }) => r * outputs,
});
