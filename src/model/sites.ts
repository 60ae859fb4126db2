// Where things are in a model: stacks of blocks, their sublayers, their matrices. The one source of names and shapes.
import type { Matrix, ModelConfig } from "./config";

export type Stack = "encoder" | "decoder";
export type Sublayer = "attention" | "cross" | "mlp";

/** A sublayer of a block: a place where a method can plug in. */
export interface Site {
  /** "blocks.0.attention", in a model with two stacks "decoder.blocks.0.cross". */
  readonly name: string;
  readonly stack: Stack;
  readonly layer: number;
  readonly sublayer: Sublayer;
}

/** A matrix of a sublayer: W (rows, columns) of y = x W + b, named "blocks.0.attention.query". */
export interface MatrixSite extends Site {
  readonly matrix: Matrix;
  readonly rows: number;
  readonly columns: number;
}

export interface AttentionSite extends Site {
  readonly query: MatrixSite;
  readonly key: MatrixSite;
  readonly value: MatrixSite;
  readonly output: MatrixSite;
}

export interface MlpSite extends Site {
  readonly up: MatrixSite;
  readonly down: MatrixSite;
}

/** One block: self-attention, in the decoder of two stacks cross attention, and the MLP. */
export interface Block {
  /** "blocks.0" or "decoder.blocks.0". */
  readonly name: string;
  readonly stack: Stack;
  readonly layer: number;
  readonly attention: AttentionSite;
  readonly cross: AttentionSite | null;
  readonly mlp: MlpSite;
}

/** A stack of equal blocks; `prefix` starts the names of its parameters, and is empty where there is one stack only. */
export interface StackShape {
  readonly stack: Stack;
  readonly prefix: "" | "encoder." | "decoder.";
  readonly blocks: readonly Block[];
}

/** The stacks of a model, the one that writes the output last. */
export function stacksOf(config: ModelConfig): readonly StackShape[] {
  const stack = (name: Stack, prefix: StackShape["prefix"], layers: number): StackShape => ({
    stack: name,
    prefix,
    blocks: Array.from({ length: layers }, (_, layer) => blockOf(config, name, prefix, layer)),
  });
  switch (config.kind) {
    case "decoder":
    case "encoder":
      return [stack(config.kind, "", config.layers)];
    case "encoder-decoder":
      return [stack("encoder", "encoder.", config.encoder), stack("decoder", "decoder.", config.decoder)];
    default:
      return config satisfies never;
  }
}

/** All blocks of a model in the order of the forward pass. */
export function blocksOf(config: ModelConfig): readonly Block[] {
  return stacksOf(config).flatMap(({ blocks }) => blocks);
}

/** The attention sublayers of a block: its self-attention, and cross attention where it has it. */
export function attentionsOf({ attention, cross }: Block): readonly AttentionSite[] {
  return cross ? [attention, cross] : [attention];
}

/** The sublayers of a block in the order of the forward pass. */
export function sublayersOf(block: Block): readonly Site[] {
  return [...attentionsOf(block), block.mlp];
}

/** The matrices of a block in the order of the forward pass. */
export function matricesOf(block: Block): readonly MatrixSite[] {
  const { up, down } = block.mlp;
  return [
    ...attentionsOf(block).flatMap(({ query, key, value, output }) => [query, key, value, output]),
    up,
    down,
  ];
}

/** Every sublayer of the model in the order of the forward pass. */
export function sitesOf(config: ModelConfig): readonly Site[] {
  return blocksOf(config).flatMap(sublayersOf);
}

function blockOf(
  { kind, width: C }: ModelConfig,
  stack: Stack,
  prefix: StackShape["prefix"],
  layer: number,
): Block {
  const name = `${prefix}blocks.${layer}`;
  const site = (sublayer: Sublayer): Site => ({ name: `${name}.${sublayer}`, stack, layer, sublayer });
  const matrix = (at: Site, id: Matrix, rows: number, columns: number): MatrixSite => {
    const [, part] = id.split(".");
    return { ...at, name: `${at.name}.${part}`, matrix: id, rows, columns };
  };
  const attention = (sublayer: "attention" | "cross"): AttentionSite => {
    const at = site(sublayer);
    return {
      ...at,
      query: matrix(at, "attention.query", C, C),
      key: matrix(at, "attention.key", C, C),
      value: matrix(at, "attention.value", C, C),
      output: matrix(at, "attention.output", C, C),
    };
  };
  const mlp = site("mlp");
  return {
    name,
    stack,
    layer,
    attention: attention("attention"),
    cross: kind === "encoder-decoder" && stack === "decoder" ? attention("cross") : null,
    mlp: { ...mlp, up: matrix(mlp, "mlp.up", C, 4 * C), down: matrix(mlp, "mlp.down", 4 * C, C) },
  };
}
