import { sizeOf } from "../lib/shape";
import { type ModelConfig, type PictureShape, tokensHead } from "./config";
import { attentionsOf, type Block, type MatrixSite, type Site, stacksOf } from "./sites";

type Shapes = Readonly<Record<string, readonly number[]>>;

/** Every parameter of the model with its shape, in the order of the forward pass. Formula only, no tensors. */
export function parameterShapes(config: ModelConfig): Shapes {
  const { vocabulary, context, width, tied, head, picture } = config;
  const stacks = stacksOf(config).flatMap(({ prefix, blocks }) => [
    { [`${prefix}embedding.position.weight`]: [context, width] },
    ...blocks.map((block) => blockShapes(block, width)),
    norm(`${prefix}norm`, width),
  ]);
  return Object.assign(
    { "embedding.token.weight": [vocabulary, width] },
    ...stacks,
    tied ? {} : { "head.weight": [width, vocabulary] },
    picture ? pictureShapes(width, picture) : {},
    newHeadShapes(config.width, head),
  ) as Shapes;
}

/** The parameters of one block with their shapes, in the order of the forward pass. */
export function blockShapes(block: Block, width: number): Shapes {
  const sublayer = ({ name }: Site, matrices: readonly MatrixSite[]): readonly Shapes[] => [
    norm(`${name}.norm`, width),
    ...matrices.map(matrix),
  ];
  const shapes = [
    ...attentionsOf(block).flatMap((at) => sublayer(at, [at.query, at.key, at.value, at.output])),
    ...sublayer(block.mlp, [block.mlp.up, block.mlp.down]),
  ];
  return Object.assign({}, ...shapes) as Shapes;
}

function norm(name: string, width: number): Shapes {
  return { [`${name}.weight`]: [width], [`${name}.bias`]: [width] };
}

function matrix({ name, rows, columns }: MatrixSite): Shapes {
  return { [`${name}.weight`]: [rows, columns], [`${name}.bias`]: [columns] };
}

/** What a model that draws has beside its words: a free word, patches in and out, and an MLP that reads the time. */
function pictureShapes(C: number, { values, time }: PictureShape): Shapes {
  return {
    "embedding.new.weight": [1, C],
    "patch.in.weight": [values, C],
    "time.up.weight": [time, C],
    "time.up.bias": [C],
    "time.down.weight": [C, C],
    "time.down.bias": [C],
    "patch.out.weight": [C, values],
    "patch.out.bias": [values],
  };
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
