import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { decoderHeads } from "./classifier-heads";
import { type LlamaStyle, styleOf } from "./llama-styles";
import { mixture } from "./mixture";
import { modelShape } from "./model-shape";

interface Sizes {
  readonly width: number;
  readonly inner: number;
  readonly queryWidth: number;
  readonly keyWidth: number;
  readonly headWidth: number;
}

/** LLaMA and its kin: pre-norm decoders with rotary positions; what differs among them is in llama-styles.ts. */
export function llama(fields: ConfigFields): ModelShape {
  const style = styleOf(fields);
  const width = fields.whole("hidden_size");
  const heads = fields.whole("num_attention_heads");
  const keyHeads = fields.whole("num_key_value_heads", heads);
  const headWidth = fields.whole("head_dim", style.headWidth ?? Math.floor(width / heads));
  const sizes: Sizes = {
    width,
    inner: fields.whole("intermediate_size"),
    queryWidth: heads * headWidth,
    keyWidth: keyHeads * headWidth,
    headWidth,
  };
  const layers = fields.whole("num_hidden_layers");
  const vocabulary = fields.whole("vocab_size");
  const isTied = fields.flag("tie_word_embeddings", style.isTied ?? false);
  const norm = normOf(style);
  return modelShape({
    family: fields.family,
    width,
    inner: sizes.inner,
    layers,
    keyWidth: sizes.keyWidth,
    parts: [
      table("embed_tokens", vocabulary, width),
      ...stack("layers", layers, (layer) => block(fields, style, sizes, layer)),
      ...norm(style.lastNorm ?? "norm", width),
    ],
    base: "model",
    output: [linear("lm_head", width, vocabulary, style.outputBias ?? false, { isTied, isOutput: true })],
    heads: decoderHeads(width, style.heads),
  });
}

type Norm = (name: string, width: number) => Part[];

function normOf(style: LlamaStyle): Norm {
  return (name, width) => (style.norm === "none" ? [] : [layerNorm(name, width, style.norm === "shifted")]);
}

function block(fields: ConfigFields, style: LlamaStyle, sizes: Sizes, layer: number): Part[] {
  const norm = normOf(style);
  return [
    ...attention(style, sizes),
    ...(mixture(fields, layer) ?? feedForward(style, sizes)),
    ...style.norms.flatMap((name) => norm(name, sizes.width)),
  ];
}

function attention(style: LlamaStyle, { width, queryWidth, keyWidth, headWidth }: Sizes): Part[] {
  const { queryBias, outputBias } = style.attention;
  const split = { query: queryWidth, key: keyWidth, value: keyWidth };
  const projections = style.isFused
    ? [linear("self_attn.qkv_proj", width, queryWidth + 2 * keyWidth, queryBias, { role: "qkv", split })]
    : [
        linear("self_attn.q_proj", width, queryWidth, queryBias, { role: "query" }),
        linear("self_attn.k_proj", width, keyWidth, queryBias, { role: "key" }),
        linear("self_attn.v_proj", width, keyWidth, queryBias, { role: "value" }),
      ];
  const normWidths = { head: [headWidth, headWidth], whole: [queryWidth, keyWidth], none: [] } as const;
  const [ofQueries, ofKeys] = normWidths[style.queryNorm ?? "none"];
  return [
    ...projections,
    linear(`self_attn.${style.attentionOutput ?? "o_proj"}`, queryWidth, width, outputBias, {
      role: "output",
    }),
    ...(ofQueries && ofKeys
      ? [layerNorm("self_attn.q_norm", ofQueries, false), layerNorm("self_attn.k_norm", ofKeys, false)]
      : []),
  ];
}

function feedForward({ mlp }: LlamaStyle, { width, inner }: Sizes): Part[] {
  const down = linear(`mlp.${mlp.down}`, inner, width, mlp.bias, { role: "down" });
  switch (mlp.kind) {
    case "gated":
      return [
        linear("mlp.gate_proj", width, inner, mlp.bias, { role: "gate" }),
        linear("mlp.up_proj", width, inner, mlp.bias, { role: "up" }),
        down,
      ];
    case "fused":
      return [linear("mlp.gate_up_proj", width, 2 * inner, mlp.bias, { role: "up" }), down];
    case "plain":
      return [linear(`mlp.${mlp.up}`, width, inner, mlp.bias, { role: "up" }), down];
    default:
      throw new Error(`unhandled feed-forward: ${JSON.stringify(mlp satisfies never)}`);
  }
}
