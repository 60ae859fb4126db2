import type { Architecture } from "../architecture";
import { allNew, countingMethod } from "../method";
import type { CountingOptions } from "../options";
import { sizeOfParts } from "../part";
import type { TaskModel } from "../task-model";
import { prefixStart, promptEncoder, promptStart } from "../without-effect";

const length = {
  num_virtual_tokens: {
    kind: "integer",
    default: 20,
    min: 1,
    aliases: ["length", "P", "pre_seq_len", "prefix_length", "prompt_length", "num_tokens", "tokens"],
  },
} as const satisfies CountingOptions;

/** Sets of prompts: asked for, or by the task, or as libraries make them for this kind of model. */
const submodules = {
  num_transformer_submodules: { kind: "integer", default: null, min: 1, aliases: ["submodules"] },
} as const satisfies CountingOptions;

const projection = (hidden: number | null) =>
  ({
    prefix_projection: { kind: "switch", default: false, aliases: ["projection", "reparam"] },
    /** Middle of the MLP that makes the prefix while it trains; HF PEFT: as wide as the tokens. */
    encoder_hidden_size: {
      kind: "integer",
      default: hidden,
      min: 1,
      aliases: ["hidden", "mid_dim", "prefix_hidden_size", "bottleneck_size"],
    },
  }) as const satisfies CountingOptions;

/** Keys and values of `length` positions in `layers` layers; kept without the MLP that made them. */
function prefix({ keyWidth }: Architecture, layers: number, positions: number, hidden: number | null) {
  const kept = 2 * layers * positions * keyWidth;
  if (hidden === null) return allNew(kept);
  const trained = positions * keyWidth + (keyWidth + 1) * hidden + (hidden + 1) * 2 * layers * keyWidth;
  return { trained, kept, added: trained };
}

/** Prefix-tuning (Li & Liang 2021): keys and values put in front, in every layer. */
export const prefixTuning = countingMethod({
  id: "prefix-tuning",
  withoutEffect: prefixStart,
  copiesHead: false,
  aliases: ["prefix"],
  options: { ...length, ...projection(null) },
  count: ({ architecture, layers }, { num_virtual_tokens, prefix_projection, encoder_hidden_size }) =>
    prefix(
      architecture,
      layers?.length ?? architecture.layers,
      num_virtual_tokens,
      prefix_projection ? (encoder_hidden_size ?? architecture.keyWidth) : null,
    ),
});

/** P-tuning v2 (Liu et al. 2021): the same in the upper layers or all, and a classifier of its own. */
export const pTuningV2 = countingMethod({
  id: "p-tuning-v2",
  copiesHead: false,
  options: {
    ...length,
    ...projection(512),
    depth: { kind: "choice", default: "all", choices: ["all", "half", "one"] },
  },
  count: (
    { architecture, layers },
    { num_virtual_tokens, prefix_projection, encoder_hidden_size, depth },
  ) => {
    const all = layers?.length ?? architecture.layers;
    const deep = { all, half: Math.ceil(all / 2), one: 1 }[depth];
    return prefix(architecture, deep, num_virtual_tokens, prefix_projection ? encoder_hidden_size : null);
  },
});

/** Sets of prompts for the task, or where none is named as is usual for the model. */
function setsOf({ task, architecture }: TaskModel): number {
  if (task === null) return architecture.promptSets;
  return task === "SEQ_2_SEQ_LM" ? 2 : 1;
}

/** Prompt tuning (Lester et al. 2021): vectors before the input. HF PEFT makes a second, unused set for an encoder-decoder. */
export const promptTuning = countingMethod({
  id: "prompt-tuning",
  withoutEffect: promptStart,
  copiesHead: false,
  aliases: ["prompt", "soft-prompt"],
  options: { ...length, ...submodules },
  count: (model, { num_virtual_tokens, num_transformer_submodules }) =>
    allNew(num_virtual_tokens * model.architecture.width * (num_transformer_submodules ?? setsOf(model))),
});

/** P-tuning (Liu et al. 2021): prompts that an MLP or an LSTM makes while they train. */
export const pTuning = countingMethod({
  id: "p-tuning",
  withoutEffect: promptEncoder,
  copiesHead: false,
  options: {
    ...length,
    ...submodules,
    encoder_reparameterization_type: {
      kind: "choice",
      default: "MLP",
      choices: ["MLP", "LSTM"],
      aliases: ["encoder"],
    },
    encoder_hidden_size: { kind: "integer", default: null, min: 1, aliases: ["hidden"] },
    /** Of the LSTM; the MLP always has three matrices. */
    encoder_num_layers: { kind: "integer", default: 2, min: 1 },
    freeze_base: { kind: "switch", default: true, aliases: ["freezeBase", "freeze_lm"] },
  },
  count: (model, options) => {
    const { width } = model.architecture;
    const hidden = options.encoder_hidden_size ?? width;
    const sets = options.num_transformer_submodules ?? setsOf(model);
    const kept = options.num_virtual_tokens * sets * width;
    const encoder =
      options.encoder_reparameterization_type === "MLP"
        ? mlp([width, hidden, hidden, width])
        : biLstm(width, hidden, options.encoder_num_layers) + mlp([2 * hidden, 2 * hidden, width]);
    const added = kept + encoder;
    if (options.freeze_base) return { trained: added, kept, added };
    const base = sizeOfParts(model.body);
    return { trained: added + base, kept: kept + base, added };
  },
});

/** Matrices with biases between these widths. */
function mlp(widths: readonly number[]): number {
  return widths.slice(1).reduce((sum, width, i) => sum + (widths[i]! + 1) * width, 0);
}

/** An LSTM in both directions, with PyTorch's two bias vectors for each of the four gates. */
function biLstm(width: number, hidden: number, layers: number): number {
  const layer = (inputs: number): number => 8 * hidden * (inputs + hidden + 2);
  return layer(width) + (layers - 1) * layer(2 * hidden);
}

/** LLaMA-Adapter: positions to look at in the upper layers, each layer behind a gate that starts at zero. */
export const llamaAdapter = countingMethod({
  id: "llama-adapter",
  aliases: ["adaption-prompt", "adaptionprompt"],
  options: {
    adapter_len: { kind: "integer", default: 10, min: 1, aliases: ["length", "num_virtual_tokens", "P"] },
    adapter_layers: { kind: "integer", default: null, min: 1, aliases: ["top_layers"] },
    depth: { kind: "choice", default: "all", choices: ["all", "half", "one"] },
  },
  count: ({ architecture, layers }, { adapter_len, adapter_layers, depth }) => {
    const all = layers?.length ?? architecture.layers;
    const deep = adapter_layers ?? { all, half: Math.ceil(all / 2), one: 1 }[depth];
    return allNew(deep * (adapter_len * architecture.width + 1));
  },
});

const slots = {
  prefix_tokens: { kind: "integer", default: 256, min: 0, aliases: ["lp", "prefix_length", "length"] },
  infix_tokens: { kind: "integer", default: 8, min: 0, aliases: ["li", "infix_length"] },
} as const satisfies CountingOptions;

/** PrefixEmbed of the LoRA paper: vectors for words before and after the prompt. */
export const prefixEmbed = countingMethod({
  id: "prefix-embed",
  aliases: ["preembed", "prefix-embedding"],
  options: slots,
  count: ({ architecture }, { prefix_tokens, infix_tokens }) =>
    allNew(architecture.width * (prefix_tokens + infix_tokens)),
});

/** PrefixLayer of the LoRA paper: the same behind every layer. */
export const prefixLayer = countingMethod({
  id: "prefix-layer",
  aliases: ["prelayer"],
  options: slots,
  count: ({ architecture }, { prefix_tokens, infix_tokens }) =>
    allNew(architecture.blocks * architecture.width * (prefix_tokens + infix_tokens)),
});

/** Trainable tokens, as in textual inversion: rows of the embedding for a few words. */
export const trainableTokens = countingMethod({
  id: "trainable-tokens",
  aliases: ["textual-inversion"],
  options: {
    tokens: {
      kind: "integer",
      default: 1,
      min: 1,
      aliases: ["num_tokens", "num_virtual_tokens", "length", "n", "num_vectors_per_token"],
    },
    token_indices: { kind: "names", default: null },
  },
  count: ({ body }, { tokens, token_indices }) => {
    const embedding = body.find(({ kind }) => kind === "table");
    return allNew((token_indices?.length ?? tokens) * (embedding?.outputs ?? 0));
  },
});
