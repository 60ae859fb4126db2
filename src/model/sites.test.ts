import { describe, expect, it } from "vitest";
import { type Layout, type ModelConfig, tokensHead } from "./config";
import { baseShapes, countParameters, parameterShapes } from "./parameters";
import { attentionsOf, type Block, blocksOf, matricesOf, sitesOf, stacksOf, sublayersOf } from "./sites";

const [V, T, C] = [11, 7, 8];
const configOf = (layout: Layout, tied = true): ModelConfig => ({
  ...layout,
  vocabulary: V,
  context: T,
  heads: 2,
  width: C,
  tied,
  head: tokensHead,
});
const layouts: readonly Layout[] = [
  { kind: "decoder", layers: 2 },
  { kind: "encoder", layers: 3 },
  { kind: "encoder-decoder", encoder: 2, decoder: 1 },
];
const twoStacks = configOf({ kind: "encoder-decoder", encoder: 2, decoder: 1 });

describe("the sublayers of a model", () => {
  it("are attention and MLP in each block of one stack", () => {
    const expected = ["blocks.0.attention", "blocks.0.mlp", "blocks.1.attention", "blocks.1.mlp"];
    for (const kind of ["decoder", "encoder"] as const) {
      const sites = sitesOf(configOf({ kind, layers: 2 }));
      expect(sites.map(({ name }) => name)).toEqual(expected);
      expect(sites.map(({ stack, layer, sublayer }) => [stack, layer, sublayer])).toEqual([
        [kind, 0, "attention"],
        [kind, 0, "mlp"],
        [kind, 1, "attention"],
        [kind, 1, "mlp"],
      ]);
    }
  });

  it("of two stacks begin with those of the encoder, and the decoder alone has cross attention", () => {
    expect(sitesOf(twoStacks).map(({ name }) => name)).toEqual([
      "encoder.blocks.0.attention",
      "encoder.blocks.0.mlp",
      "encoder.blocks.1.attention",
      "encoder.blocks.1.mlp",
      "decoder.blocks.0.attention",
      "decoder.blocks.0.cross",
      "decoder.blocks.0.mlp",
    ]);
    expect(blocksOf(twoStacks).map(({ cross }) => cross !== null)).toEqual([false, false, true]);
    expect(stacksOf(twoStacks).map(({ stack, prefix, blocks }) => [stack, prefix, blocks.length])).toEqual([
      ["encoder", "encoder.", 2],
      ["decoder", "decoder.", 1],
    ]);
  });

  it.each(layouts)("are those of its blocks, in the same order: %o", (layout) => {
    const config = configOf(layout);
    expect(sitesOf(config)).toEqual(blocksOf(config).flatMap(sublayersOf));
    for (const block of blocksOf(config)) {
      expect(sublayersOf(block)).toEqual([...attentionsOf(block), block.mlp]);
    }
  });
});

describe("the matrices of a block", () => {
  const shown = (block: Block): string[] =>
    matricesOf(block).map(({ name, matrix, rows, columns }) => `${name} = ${matrix} (${rows}, ${columns})`);

  it("are six, named after their sublayer", () => {
    const [block] = blocksOf(configOf({ kind: "decoder", layers: 1 }));
    expect(shown(block!)).toEqual([
      "blocks.0.attention.query = attention.query (8, 8)",
      "blocks.0.attention.key = attention.key (8, 8)",
      "blocks.0.attention.value = attention.value (8, 8)",
      "blocks.0.attention.output = attention.output (8, 8)",
      "blocks.0.mlp.up = mlp.up (8, 32)",
      "blocks.0.mlp.down = mlp.down (32, 8)",
    ]);
  });

  it("are ten with cross attention, whose matrices are of the same kinds as those of attention", () => {
    const shownLast = shown(blocksOf(twoStacks).at(-1)!);
    expect(shownLast).toHaveLength(10);
    expect(shownLast.slice(4, 8)).toEqual([
      "decoder.blocks.0.cross.query = attention.query (8, 8)",
      "decoder.blocks.0.cross.key = attention.key (8, 8)",
      "decoder.blocks.0.cross.value = attention.value (8, 8)",
      "decoder.blocks.0.cross.output = attention.output (8, 8)",
    ]);
  });
});

describe("the parameters of a model", () => {
  /** What each place of the model owns. */
  const placesOf = (config: ModelConfig): string[][] => [
    ["embedding.token.weight"],
    ...stacksOf(config).map(({ prefix }) => [`${prefix}embedding.position.weight`]),
    ...stacksOf(config).map(({ prefix }) => [`${prefix}norm.weight`, `${prefix}norm.bias`]),
    ...sitesOf(config).map(({ name }) => [`${name}.norm.weight`, `${name}.norm.bias`]),
    ...blocksOf(config)
      .flatMap(matricesOf)
      .map(({ name }) => [`${name}.weight`, `${name}.bias`]),
    ...(config.tied ? [] : [["head.weight"]]),
  ];

  it.each(layouts.flatMap((layout) => [configOf(layout), configOf(layout, false)]))(
    "belong to exactly one place each: $kind, tied $tied",
    (config) => {
      const owned = placesOf(config).flat();
      expect(new Set(owned).size).toBe(owned.length);
      expect(Object.keys(parameterShapes(config)).sort()).toEqual(owned.sort());
    },
  );

  it("have the shapes of their places", () => {
    const shapes = parameterShapes(twoStacks);
    expect(shapes["embedding.token.weight"]).toEqual([V, C]);
    for (const { prefix } of stacksOf(twoStacks)) {
      expect(shapes[`${prefix}embedding.position.weight`]).toEqual([T, C]);
      expect(shapes[`${prefix}norm.weight`]).toEqual([C]);
    }
    for (const { name } of sitesOf(twoStacks)) expect(shapes[`${name}.norm.bias`]).toEqual([C]);
    for (const { name, rows, columns } of blocksOf(twoStacks).flatMap(matricesOf)) {
      expect(shapes[`${name}.weight`]).toEqual([rows, columns]);
      expect(shapes[`${name}.bias`]).toEqual([columns]);
    }
    expect(parameterShapes(configOf({ kind: "decoder", layers: 1 }, false))["head.weight"]).toEqual([C, V]);
  });

  it("come in the order of the forward pass", () => {
    const names = Object.keys(parameterShapes(twoStacks)).filter((name) =>
      /norm\.weight|embedding/.test(name),
    );
    expect(names).toEqual([
      "embedding.token.weight",
      "encoder.embedding.position.weight",
      "encoder.blocks.0.attention.norm.weight",
      "encoder.blocks.0.mlp.norm.weight",
      "encoder.blocks.1.attention.norm.weight",
      "encoder.blocks.1.mlp.norm.weight",
      "encoder.norm.weight",
      "decoder.embedding.position.weight",
      "decoder.blocks.0.attention.norm.weight",
      "decoder.blocks.0.cross.norm.weight",
      "decoder.blocks.0.mlp.norm.weight",
      "decoder.norm.weight",
    ]);
  });

  it("are as many as the closed formula says", () => {
    const [encoderBlock, decoderBlock] = [12 * C ** 2 + 13 * C, 16 * C ** 2 + 19 * C];
    const head = (tied: boolean): number => (tied ? 0 : C * V);
    for (const tied of [true, false]) {
      for (const kind of ["decoder", "encoder"] as const) {
        const expected = (V + T) * C + 3 * encoderBlock + 2 * C + head(tied);
        expect(countParameters(configOf({ kind, layers: 3 }, tied))).toBe(expected);
      }
      const stacks = configOf({ kind: "encoder-decoder", encoder: 2, decoder: 3 }, tied);
      const expected = (V + 2 * T) * C + 2 * encoderBlock + 3 * decoderBlock + 4 * C + head(tied);
      expect(countParameters(stacks)).toBe(expected);
    }
  });

  it("of a new head come on top; a base has none", () => {
    const base = configOf({ kind: "encoder", layers: 1 });
    const classes: ModelConfig = { ...base, head: { kind: "classes", k: 3, pool: "first" } };
    const scalar: ModelConfig = { ...base, head: { kind: "scalar", pool: "mean" } };
    expect(countParameters(classes) - countParameters(base)).toBe(3 * C + 3);
    expect(countParameters(scalar) - countParameters(base)).toBe(C + 1);
    expect(baseShapes(scalar)).toEqual(parameterShapes(base));
  });
});
