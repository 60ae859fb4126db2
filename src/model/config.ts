import { sizeOf } from "../lib/shape";
/** The shape of a transformer: all that is needed to know its parameters. */
export interface ModelConfig {
  /** decoder: causal, predicts the next token (GPT). encoder: sees both sides, predicts masked tokens or a class (BERT). */
  readonly kind: "decoder" | "encoder";
  /** V, number of tokens. */
  readonly vocabulary: number;
  /** T, most positions a sequence may have. */
  readonly context: number;
  /** L, number of blocks. */
  readonly layers: number;
  /** H, attention heads; divides the width. */
  readonly heads: number;
  /** C, width of the residual stream. */
  readonly width: number;
  /** Output head shares the token embedding. */
  readonly tied: boolean;
  /** k, classes of a pooled head; 0: the head predicts tokens. */
  readonly classes: number;
}

/** The sizes on offer; width of the MLP is always 4 × width. */
export const sizes = {
  tiny: { layers: 1, heads: 2, width: 16 },
  nano: { layers: 1, heads: 4, width: 32 },
  micro: { layers: 2, heads: 4, width: 64 },
  mini: { layers: 4, heads: 4, width: 128 },
} as const;
export type Size = keyof typeof sizes;

/** The six matrices of a block that methods plug into, in the order of the forward pass. */
export const matrices = [
  "attention.query",
  "attention.key",
  "attention.value",
  "attention.output",
  "mlp.up",
  "mlp.down",
] as const;
export type Matrix = (typeof matrices)[number];

/** [rows, columns] of a block's matrix: y = x W + b with W (rows, columns). */
export function matrixShape(config: ModelConfig, matrix: Matrix): readonly [number, number] {
  const c = config.width;
  if (matrix === "mlp.up") return [c, 4 * c];
  if (matrix === "mlp.down") return [4 * c, c];
  return [c, c];
}

/** Every parameter of the model with its shape, in the order of the forward pass. Formula only, no tensors. */
export function parameterShapes(config: ModelConfig): Readonly<Record<string, readonly number[]>> {
  const { vocabulary, context, layers, width, tied, classes } = config;
  const shapes: Record<string, readonly number[]> = {
    "embedding.token.weight": [vocabulary, width],
    "embedding.position.weight": [context, width],
  };
  const norm = (name: string): void => {
    shapes[`${name}.weight`] = [width];
    shapes[`${name}.bias`] = [width];
  };
  for (let layer = 0; layer < layers; layer++) {
    for (const matrix of matrices) {
      if (matrix === "attention.query") norm(`blocks.${layer}.attention.norm`);
      if (matrix === "mlp.up") norm(`blocks.${layer}.mlp.norm`);
      const shape = matrixShape(config, matrix);
      shapes[`blocks.${layer}.${matrix}.weight`] = shape;
      shapes[`blocks.${layer}.${matrix}.bias`] = [shape[1]];
    }
  }
  norm("norm");
  if (!tied) shapes["head.weight"] = [width, vocabulary];
  if (classes > 0) {
    shapes["classifier.weight"] = [width, classes];
    shapes["classifier.bias"] = [classes];
  }
  return shapes;
}

/** The parameters a base has, without the new head that a task of classes gives it. */
export function baseShapes(config: ModelConfig): Readonly<Record<string, readonly number[]>> {
  return parameterShapes({ ...config, classes: 0 });
}

/** Number of parameters of the model. */
export function countParameters(config: ModelConfig): number {
  return Object.values(parameterShapes(config)).reduce((sum, shape) => sum + sizeOf(shape), 0);
}
