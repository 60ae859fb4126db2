// Trained keys and values in front of those of a layer, directly or made by a network: prefix-tuning and P-tuning v2.
import type { Tensor, Tensor3D, Tensor4D } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { ModelConfig } from "../model/config";
import { type AttentionSite, attentionsOf, stacksOf } from "../model/sites";
import type { Adapter, Count, Part, Variables } from "./method";

/** The shape of a prefix; `sites` are the attentions that get one. */
export interface PrefixShape {
  readonly sites: readonly AttentionSite[];
  readonly length: number;
  readonly projection: boolean;
  /** Width of the network that makes the prefix; used with `projection` only. */
  readonly hidden: number;
}

/** The attentions of the upper blocks of every stack: of all blocks, of the upper half, or of the last. */
export function upperAttentions(config: ModelConfig, depth: "all" | "half" | "one"): AttentionSite[] {
  return stacksOf(config).flatMap(({ blocks }) => {
    const count = { all: blocks.length, half: Math.ceil(blocks.length / 2), one: 1 }[depth];
    return blocks.slice(blocks.length - count).flatMap(attentionsOf);
  });
}

/** Every tensor of a prefix. The network is dropped after training. */
export function prefixParts(config: ModelConfig, { sites, length, projection, hidden }: PrefixShape): Part[] {
  const { heads, width } = config;
  const keysAndValues = places(sites).map(({ name, site }) => ({
    name,
    shape: [heads, length, width / heads],
    site,
    trained: !projection,
    kept: true,
  }));
  if (!projection) return keysAndValues;
  const network = (name: string, shape: number[]): Part => ({
    name: `prefix.${name}`,
    shape,
    site: "prefix",
    trained: true,
    kept: false,
  });
  return [
    network("embedding", [length, width]),
    network("mlp.0.weight", [width, hidden]),
    network("mlp.0.bias", [hidden]),
    network("mlp.1.weight", [hidden, 2 * sites.length * width]),
    network("mlp.1.bias", [2 * sites.length * width]),
    ...keysAndValues,
  ];
}

/** 2LPC kept; with the network, PC + (Ch + h) + (2LCh + 2LC) are trained. */
export function countPrefix(
  { width: C }: ModelConfig,
  { sites: { length: L }, length: P, projection, hidden: h }: PrefixShape,
): Count {
  const kept = 2 * L * P * C;
  if (!projection) return { trained: kept, kept, symbols: "2LPC", numbers: `2 × ${L} × ${P} × ${C}` };
  return {
    trained: P * C + (C * h + h) + (h * 2 * L * C + 2 * L * C),
    kept,
    symbols: "PC + (Ch + h) + (2LCh + 2LC)",
    numbers: `${P} × ${C} + (${C} × ${h} + ${h}) + (2 × ${L} × ${C} × ${h} + 2 × ${L} × ${C})`,
  };
}

/** Makes the prefix; keys and values that are trained directly start at random with this `std`. */
export function attachPrefix(
  config: ModelConfig,
  shape: PrefixShape,
  std: number,
  variables: Variables,
  ops: Ops,
): Required<Pick<Adapter, "keysValues">> {
  const { heads, width } = config;
  const size = [heads, shape.length, width / heads]; // (H, P, D)
  const direct = (name: string): (() => Tensor) => {
    const tensor = std > 0 ? variables.normal(name, size, std) : variables.zeros(name, size);
    return () => tensor;
  };
  const write = shape.projection ? prefixWriter(config, shape, variables, ops) : direct;
  const prefix = places(shape.sites).map(({ name }, index) => write(name, index));
  return {
    keysValues: ({ name }, k, v) => {
      const at = 2 * shape.sites.findIndex((site) => site.name === name);
      if (at < 0) return [k, v];
      const inFront = (index: number, x: Tensor3D): Tensor3D => {
        const split = ops.reshape(prefix[index]!(), [1, ...size]) as Tensor4D; // (1, H, P, D)
        const rows = ops.reshape(ops.mergeHeads(split), [shape.length, width]); // (P, C)
        return ops.prepend(rows, x); // (B, P + T, C)
      };
      return [inFront(at, k), inFront(at + 1, v)];
    },
  };
}

/** Li & Liang's reparameterisation: embedding (P, C) -> tanh (P, h) -> every key and value (P, 2LC). */
function prefixWriter(
  { heads, width }: ModelConfig,
  { sites, length, hidden }: PrefixShape,
  variables: Variables,
  ops: Ops,
): (name: string, index: number) => () => Tensor {
  const outputs = 2 * sites.length * width;
  const embedding = variables.normal("prefix.embedding", [length, width], 1);
  const first = variables.normal("prefix.mlp.0.weight", [width, hidden], 1 / Math.sqrt(width));
  const firstBias = variables.zeros("prefix.mlp.0.bias", [hidden]);
  const second = variables.normal("prefix.mlp.1.weight", [hidden, outputs], 0.1 / Math.sqrt(hidden));
  const secondBias = variables.zeros("prefix.mlp.1.bias", [outputs]);
  return (name, index) =>
    variables.reparameterized(name, () => {
      const inner = ops.tanh(ops.linear(embedding, first, firstBias)); // (P, h)
      const columns = ops.slice(second, [0, index * width], [hidden, width]);
      const bias = ops.slice(secondBias, [index * width], [width]);
      const rows = ops.reshape(ops.linear(inner, columns, bias), [1, length, width]) as Tensor3D;
      return ops.reshape(ops.splitHeads(rows, heads), [heads, length, width / heads]); // (H, P, D)
    });
}

/** Key and value of each attention, in order. */
function places(sites: readonly AttentionSite[]): { name: string; site: string }[] {
  return sites.flatMap(({ name }) => {
    const site = `${name}.prefix`;
    return [
      { name: `${site}.key`, site },
      { name: `${site}.value`, site },
    ];
  });
}
