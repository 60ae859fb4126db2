// The matrices of a model that a method plugs into, with their names and sizes.
import { type Matrix, type ModelConfig, matrixShape } from "../model/config";

/** A matrix of a block: W (rows, columns) of y = xW + b, named as in the model: "blocks.0.attention.query". */
export interface Target {
  readonly site: string;
  readonly rows: number;
  readonly columns: number;
}

/** Every chosen matrix of every block. */
export function targetsOf(config: ModelConfig, matrices: readonly Matrix[]): Target[] {
  return Array.from({ length: config.layers }, (_, layer) =>
    matrices.map((matrix) => {
      const [rows, columns] = matrixShape(config, matrix);
      return { site: `blocks.${layer}.${matrix}`, rows, columns };
    }),
  ).flat();
}

/** "(64 + 64) + (64 + 256)": what one block's matrices bring, each spelt out by `each`. */
export function sumOverMatrices(
  config: ModelConfig,
  matrices: readonly Matrix[],
  each: (rows: number, columns: number) => string,
): string {
  return matrices.map((matrix) => each(...matrixShape(config, matrix))).join(" + ");
}
