import { allNew, countingMethod } from "../method";
import { type Note, note } from "../notes";
import type { CountingOptions } from "../options";
import { sizeOfParts } from "../part";
import type { TaskModel } from "../task-model";
import { any, promptEncoder, promptStart } from "../without-effect";

export const length = {
  num_virtual_tokens: {
    kind: "integer",
    default: 20,
    min: 1,
    aliases: ["length", "P", "pre_seq_len", "prefix_length", "prompt_length", "num_tokens", "tokens"],
  },
} as const satisfies CountingOptions;

/** Sizes that HF PEFT reads off the config of the model unless they are given. */
const sizes = {
  num_transformer_submodules: { kind: "integer", default: null, min: 1, aliases: ["submodules"] },
  token_dim: { kind: "integer", default: null, min: 1 },
  num_attention_heads: { kind: "integer", default: null, min: 1 },
} as const satisfies CountingOptions;

interface SizeValues {
  readonly num_transformer_submodules: number | null;
  readonly token_dim: number | null;
}

/** Sets of prompts: HF PEFT makes two for an encoder-decoder, one of which it never uses. */
function setsOf({ task, architecture }: TaskModel, { num_transformer_submodules }: SizeValues): number {
  if (num_transformer_submodules !== null) return num_transformer_submodules;
  const writesFromRead = task === null ? architecture.isEncoderDecoder : task === "SEQ_2_SEQ_LM";
  return writesFromRead ? 2 : 1;
}

const widthOf = ({ architecture }: TaskModel, { token_dim }: SizeValues): number =>
  token_dim ?? architecture.prompts.width;

/** What HF PEFT asks for where it cannot read the config. */
export function asked(
  { architecture: { family, prompts }, parts }: TaskModel,
  given: Readonly<Partial<Record<"token_dim" | "num_attention_heads", number | null>>>,
): Note | undefined {
  if (!parts.some(({ kind }) => kind === "table")) return note("readsNoTokens");
  const missing = (prompts.asksFor ?? []).filter((name) => (given[name] ?? null) === null);
  if (missing.length === 0) return undefined;
  return note("asksForSizes", { missing: missing.join(", "), family });
}

/** Prompt tuning (Lester et al. 2021): vectors before the input. */
export const promptTuning = countingMethod({
  id: "prompt-tuning",
  withoutEffect: promptStart,
  aliases: ["prompt", "soft-prompt"],
  options: { ...length, ...sizes },
  count: (model, options) => ({
    ...allNew(options.num_virtual_tokens * widthOf(model, options) * setsOf(model, options)),
    notes: [asked(model, options)],
  }),
});

/** Multitask prompt tuning (Wang et al. 2023): a prompt for all tasks, times a low-rank one for each. */
export const multitaskPromptTuning = countingMethod({
  id: "multitask-prompt-tuning",
  aliases: ["mpt", "multitask-prompt"],
  withoutEffect: {
    ...promptStart,
    prompt_tuning_init_state_dict_path: any,
    prompt_tuning_init_task: any,
  },
  options: {
    ...length,
    ...sizes,
    num_tasks: { kind: "integer", default: 1, min: 1 },
    num_ranks: { kind: "integer", default: 1, min: 1, aliases: ["r", "rank"] },
  },
  count: (model, options) => {
    const width = widthOf(model, options);
    const tokens = options.num_virtual_tokens * setsOf(model, options);
    const each = tokens * options.num_ranks + options.num_ranks * width;
    return { ...allNew(tokens * width + options.num_tasks * each), notes: [asked(model, options)] };
  },
});

/** CPT (Blau et al. 2024): a prompt of real tokens, and a change of each of their embeddings. */
export const cpt = countingMethod({
  id: "cpt",
  aliases: ["context-aware-prompt-tuning"],
  savesModules: false,
  withoutEffect: {
    cpt_mask: any,
    cpt_tokens_type_mask: any,
    opt_weighted_loss_type: any,
    opt_loss_decay_factor: any,
    opt_projection_epsilon: any,
    opt_projection_format_epsilon: any,
    tokenizer_name_or_path: any,
    num_layers: any,
  },
  options: { ...length, ...sizes, cpt_token_ids: { kind: "indices", default: null } },
  count: (model, options) => {
    const tokens = options.cpt_token_ids?.[""]?.length ?? options.num_virtual_tokens;
    const trained = tokens * widthOf(model, options);
    const embedded = tokens * (model.parts.find(({ kind }) => kind === "table")?.outputs ?? 0);
    const isForWriting =
      model.task === "CAUSAL_LM" || (model.task === null && !model.architecture.isEncoderDecoder);
    return {
      trained,
      added: trained + embedded,
      frozenInFile: embedded,
      notes: [isForWriting ? undefined : note("cptWritesOnly"), asked(model, options)],
    };
  },
});

/** P-tuning (Liu et al. 2021): prompts that an MLP or an LSTM makes while they train. */
export const pTuning = countingMethod({
  id: "p-tuning",
  withoutEffect: promptEncoder,
  options: {
    ...length,
    ...sizes,
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
    const width = widthOf(model, options);
    const hidden = options.encoder_hidden_size ?? width;
    const kept = options.num_virtual_tokens * setsOf(model, options) * width;
    const encoder =
      options.encoder_reparameterization_type === "MLP"
        ? mlp([width, hidden, hidden, width])
        : biLstm(width, hidden, options.encoder_num_layers) + mlp([2 * hidden, 2 * hidden, width]);
    const added = kept + encoder;
    const notes = [asked(model, options)];
    if (options.freeze_base) return { trained: added, kept, added, notes };
    const base = sizeOfParts(model.body);
    return { trained: added + base, kept: kept + base, added, notes };
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

const slots = {
  prefix_tokens: { kind: "integer", default: 256, min: 0, aliases: ["lp", "prefix_length", "length"] },
  infix_tokens: { kind: "integer", default: 8, min: 0, aliases: ["li", "infix_length"] },
} as const satisfies CountingOptions;

/** PrefixEmbed of the LoRA paper: vectors for words before and after the prompt. */
export const prefixEmbed = countingMethod({
  id: "prefix-embed",
  library: "none",
  aliases: ["preembed", "prefix-embedding"],
  options: slots,
  count: ({ architecture }, { prefix_tokens, infix_tokens }) =>
    allNew(architecture.width * (prefix_tokens + infix_tokens)),
});

/** PrefixLayer of the LoRA paper: the same behind every layer. */
export const prefixLayer = countingMethod({
  id: "prefix-layer",
  library: "none",
  aliases: ["prelayer"],
  options: slots,
  count: ({ architecture }, { prefix_tokens, infix_tokens }) =>
    allNew(architecture.blocks * architecture.width * (prefix_tokens + infix_tokens)),
});
