import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { decoderHeads } from "./classifier-heads";
import { modelShape } from "./model-shape";

/** GPT-2 and GPT-3, GPT-Neo, GPT-J and StarCoder's GPTBigCode: decoders whose blocks are called transformer.h. */
export function gpt2(fields: ConfigFields): ModelShape {
  const { family } = fields;
  const width = fields.whole(["n_embd", "hidden_size"]);
  const inner = fields.whole(["n_inner", "intermediate_size"], 4 * width);
  const layers = fields.whole(["n_layer", "num_layers", "num_hidden_layers"]);
  const vocabulary = fields.whole("vocab_size");
  const positions = fields.whole(["n_positions", "max_position_embeddings"], 2048);
  const keyWidth = keysOf(fields, width);
  const isTied = fields.flag("tie_word_embeddings", family !== "gptj");
  return modelShape({
    family,
    width,
    inner,
    layers,
    keyWidth,
    parts: [
      table("wte", vocabulary, width),
      ...(family === "gptj" ? [] : [table("wpe", positions, width)]),
      ...stack("h", layers, () => blocks[family as Gpt2Family](width, inner, keyWidth)),
      layerNorm("ln_f", width),
    ],
    base: "transformer",
    output: [linear("lm_head", width, vocabulary, family === "gptj", { isTied, isOutput: true })],
    heads: decoderHeads(width, {
      tokens: family === "gptj" ? null : "classifier",
      answers: family !== "gpt_bigcode",
    }),
  });
}

/** GPTBigCode has a single key for all queries, unless the config says otherwise. */
function keysOf(fields: ConfigFields, width: number): number {
  if (fields.family !== "gpt_bigcode" || !fields.flag("multi_query", true)) return width;
  return width / fields.whole(["n_head", "num_attention_heads"]);
}

const blocks = {
  gpt2: (width, inner) => fusedBlock(width, inner, width, true),
  gpt_bigcode: (width, inner, keyWidth) => fusedBlock(width, inner, keyWidth, false),
  gpt_neo: (width, inner) => [
    layerNorm("ln_1", width),
    ...separate("attn.attention", width, true),
    layerNorm("ln_2", width),
    linear("mlp.c_fc", width, inner, true, { role: "up" }),
    linear("mlp.c_proj", inner, width, true, { role: "down" }),
  ],
  gptj: (width, inner) => [
    layerNorm("ln_1", width),
    ...separate("attn", width, false),
    linear("mlp.fc_in", width, inner, true, { role: "up" }),
    linear("mlp.fc_out", inner, width, true, { role: "down" }),
  ],
} as const satisfies Readonly<Record<string, (width: number, inner: number, keyWidth: number) => Part[]>>;

type Gpt2Family = keyof typeof blocks;
export const gpt2Families: readonly string[] = Object.keys(blocks);

function fusedBlock(width: number, inner: number, keyWidth: number, isConv1D: boolean): Part[] {
  const split = { query: width, key: keyWidth, value: keyWidth };
  return [
    layerNorm("ln_1", width),
    linear("attn.c_attn", width, width + 2 * keyWidth, true, { role: "qkv", split, isConv1D }),
    linear("attn.c_proj", width, width, true, { role: "output", isConv1D }),
    layerNorm("ln_2", width),
    linear("mlp.c_fc", width, inner, true, { role: "up", isConv1D }),
    linear("mlp.c_proj", inner, width, true, { role: "down", isConv1D }),
  ];
}

function separate(path: string, width: number, outputBias: boolean): Part[] {
  return [
    linear(`${path}.k_proj`, width, width, false, { role: "key" }),
    linear(`${path}.v_proj`, width, width, false, { role: "value" }),
    linear(`${path}.q_proj`, width, width, false, { role: "query" }),
    linear(`${path}.out_proj`, width, width, outputBias, { role: "output" }),
  ];
}
