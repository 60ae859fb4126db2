import { sizeOf } from "../lib/shape";
import { type ModelConfig, tokensHead } from "./config";
import { attentionsOf, type MatrixSite, type Site, stacksOf } from "./sites";

type Shapes = Readonly<Record<string, readonly number[]>>;

/** Every parameter of the model with its shape, in the order of the forward pass. Formula only, no tensors. */
export function parameterShapes(config: ModelConfig): Shapes {
  const { vocabulary, context, width, tied, head } = config;
  const norm = (name: string): Shapes => ({ [`${name}.weight`]: [width], [`${name}.bias`]: [width] });
  const matrix = ({ name, rows, columns }: MatrixSite): Shapes => ({
    [`${name}.weight`]: [rows, columns],
    [`${name}.bias`]: [columns],
  });
  const sublayer = ({ name }: Site, matrices: readonly MatrixSite[]): readonly Shapes[] => [
    norm(`${name}.norm`),
    ...matrices.map(matrix),
  ];
  const stacks = stacksOf(config).flatMap(({ prefix, blocks }) => [
    { [`${prefix}embedding.position.weight`]: [context, width] },
    ...blocks.flatMap((block) => [
      ...attentionsOf(block).flatMap((at) => sublayer(at, [at.query, at.key, at.value, at.output])),
      ...sublayer(block.mlp, [block.mlp.up, block.mlp.down]),
    ]),
    norm(`${prefix}norm`),
  ]);
  return Object.assign(
    { "embedding.token.weight": [vocabulary, width] },
    ...stacks,
    tied ? {} : { "head.weight": [width, vocabulary] },
    newHeadShapes(config.width, head),
  ) as Shapes;
}

/** The parameters of a head that a task adds to its base: W (C, k) and b (k). Empty for the base's own head. */
export function newHeadShapes(width: number, head: ModelConfig["head"]): Shapes {
  switch (head.kind) {
    case "tokens":
      return {};
    case "classes":
      return { "classifier.weight": [width, head.k], "classifier.bias": [head.k] };
    case "scalar":
      return { "reward.weight": [width, 1], "reward.bias": [1] };
    default:
      return head satisfies never;
  }
}

/** The parameters of a base, without the new head that a task gives it. */
export function baseShapes(config: ModelConfig): Shapes {
  return parameterShapes({ ...config, head: tokensHead });
}

/** Number of parameters of the model. */
export function countParameters(config: ModelConfig): number {
  return Object.values(parameterShapes(config)).reduce((sum, shape) => sum + sizeOf(shape), 0);
}
