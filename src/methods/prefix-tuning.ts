// Prefix-tuning: P trained keys and values in front of those of every layer, K = [P_K; xW_K], V = [P_V; xW_V].
import type { Tensor, Tensor3D, Tensor4D } from "@tensorflow/tfjs-core";
import { defineMethod } from "./method";

/**
 * Li & Liang 2021. With `projection` the prefix comes out of a network (embedding, linear, tanh, linear) that steadies
 * training and is dropped afterwards; without it the keys and values are trained directly, as in P-tuning v2.
 * A prefix of zeros would not leave the base as it is: each zero key still draws attention. So it is drawn at random.
 */
export const prefixTuning = defineMethod({
  id: "prefix-tuning",
  family: "addition",
  paper: {
    authors: "Li & Liang",
    title: "Prefix-Tuning: Optimizing Continuous Prompts for Generation",
    year: 2021,
    url: "https://arxiv.org/abs/2101.00190",
  },
  options: {
    length: { kind: "integer", default: 8, min: 1, max: 64 },
    projection: { kind: "switch", default: false },
    hidden: { kind: "integer", default: 64, min: 1, max: 512 },
  },
  equation: String.raw`\mathrm{head} = \mathrm{softmax}\!\left(\frac{q\,[P_K;\,K]^{\top}}{\sqrt{d}}\right)[P_V;\,V]`,
  learningRate: 0.1,
  mergeable: false,

  parts: ({ layers, heads, width }, { length, projection, hidden }) => {
    const keysAndValues = names(layers).map(({ name, site }) => ({
      name,
      shape: [heads, length, width / heads],
      site,
      trained: !projection,
      kept: true,
    }));
    if (!projection) return keysAndValues;
    const network = (name: string, shape: number[]) => ({
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
      network("mlp.1.weight", [hidden, 2 * layers * width]),
      network("mlp.1.bias", [2 * layers * width]),
      ...keysAndValues,
    ];
  },

  count: ({ layers: L, width: C }, { length: P, projection, hidden: h }) => {
    const kept = 2 * L * P * C;
    if (!projection) {
      return { trained: kept, kept, symbols: "2LPC", numbers: `2 × ${L} × ${P} × ${C}` };
    }
    return {
      trained: P * C + (C * h + h) + (h * 2 * L * C + 2 * L * C),
      kept,
      symbols: "PC + (Ch + h) + (2LCh + 2LC)",
      numbers: `${P} × ${C} + (${C} × ${h} + ${h}) + (2 × ${L} × ${C} × ${h} + 2 × ${L} × ${C})`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { layers, heads, width } = model.config;
    const { length, projection, hidden } = options;
    const depth = width / heads;
    const shape = [heads, length, depth];
    const direct = (): (() => Tensor)[] =>
      names(layers).map(({ name }) => {
        const tensor = variables.normal(name, shape, 0.1);
        return () => tensor; // (H, P, D)
      });
    const projected = (): (() => Tensor)[] => {
      const embedding = variables.normal("prefix.embedding", [length, width], 1);
      const first = variables.normal("prefix.mlp.0.weight", [width, hidden], 1 / Math.sqrt(width));
      const firstBias = variables.zeros("prefix.mlp.0.bias", [hidden]);
      const second = variables.normal(
        "prefix.mlp.1.weight",
        [hidden, 2 * layers * width],
        0.1 / Math.sqrt(hidden),
      );
      const secondBias = variables.zeros("prefix.mlp.1.bias", [2 * layers * width]);
      return names(layers).map(({ name }, index) =>
        variables.distilled(name, () => {
          const inner = ops.tanh(ops.linear(embedding, first, firstBias)); // (P, h)
          const columns = ops.slice(second, [0, index * width], [hidden, width]);
          const bias = ops.slice(secondBias, [index * width], [width]);
          const rows = ops.reshape(ops.linear(inner, columns, bias), [1, length, width]) as Tensor3D;
          return ops.reshape(ops.splitHeads(rows, heads), shape); // (H, P, D)
        }),
      );
    };
    const prefix = projection ? projected() : direct();
    return {
      keysValues: (layer, k, v) => {
        const batch = k.shape[0];
        const inFront = (index: number, x: Tensor4D): Tensor4D =>
          ops.concat([ops.repeat(prefix[index]!(), batch) as Tensor4D, x], 2); // (B, H, P + T, D)
        return [inFront(2 * layer, k), inFront(2 * layer + 1, v)];
      },
    };
  },
});

/** Key and value of each layer, in order. */
function names(layers: number): { name: string; site: string }[] {
  return Array.from({ length: layers }, (_, layer) => {
    const site = `blocks.${layer}.attention.prefix`;
    return [
      { name: `${site}.key`, site },
      { name: `${site}.value`, site },
    ];
  }).flat();
}
