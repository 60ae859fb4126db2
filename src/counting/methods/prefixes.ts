import { allNew, type BodyCount, countingMethod } from "../method";
import { type Note, note } from "../notes";
import type { CountingOptions } from "../options";
import type { TaskModel } from "../task-model";
import { any, prefixStart } from "../without-effect";
import { asked, length } from "./prompts";

const projection = (hidden: number | null) =>
  ({
    prefix_projection: { kind: "switch", default: false, aliases: ["projection", "reparam"] },
    /** Middle of the MLP that makes the prefix while it trains; HF PEFT: as wide as the keys. */
    encoder_hidden_size: {
      kind: "integer",
      default: hidden,
      min: 1,
      aliases: ["hidden", "mid_dim", "prefix_hidden_size", "bottleneck_size"],
    },
  }) as const satisfies CountingOptions;

/** Sizes that HF PEFT reads off the config of the model unless they are given. */
const sizes = {
  token_dim: { kind: "integer", default: null, min: 1 },
  num_layers: { kind: "integer", default: null, min: 1 },
  num_attention_heads: { kind: "integer", default: null, min: 1 },
} as const satisfies CountingOptions;

interface SizeValues {
  readonly token_dim: number | null;
  readonly num_layers: number | null;
}

/** Layers and width of keys of a prefix, as HF PEFT has them. */
function sizesOf({ architecture, layers }: TaskModel, { token_dim, num_layers }: SizeValues) {
  const { prompts } = architecture;
  return { layers: num_layers ?? layers?.length ?? prompts.layers, width: token_dim ?? prompts.keyWidth };
}

/** Keys and values of `positions` in `layers` layers; kept without the MLP that made them. */
function prefix(width: number, layers: number, positions: number, hidden: number | null): BodyCount {
  const kept = 2 * layers * positions * width;
  if (hidden === null) return allNew(kept);
  const trained = positions * width + (width + 1) * hidden + (hidden + 1) * 2 * layers * width;
  return { trained, kept, added: trained };
}

/** T5's heads together may be wider or narrower than the model; HF PEFT's prefix is as wide as the model all the same. */
function misfit({ architecture: { prompts, keyWidth, family } }: TaskModel): Note | undefined {
  if (prompts.keyWidth === keyWidth) return undefined;
  return note("prefixMisfit", { made: prompts.keyWidth, family, needed: keyWidth });
}

/** Prefix-tuning (Li & Liang 2021): keys and values put in front, in every layer. */
export const prefixTuning = countingMethod({
  id: "prefix-tuning",
  withoutEffect: { ...prefixStart, num_transformer_submodules: any },
  aliases: ["prefix"],
  options: { ...length, ...sizes, ...projection(null) },
  count: (model, { num_virtual_tokens, prefix_projection, encoder_hidden_size, ...given }) => {
    const { layers, width } = sizesOf(model, given);
    const hidden = prefix_projection ? (encoder_hidden_size ?? width) : null;
    return {
      ...prefix(width, layers, num_virtual_tokens, hidden),
      notes: [given.token_dim === null ? misfit(model) : undefined, asked(model, given)],
    };
  },
});

/** P-tuning v2 (Liu et al. 2021): the same in the upper layers or all, and its own classifier. */
export const pTuningV2 = countingMethod({
  id: "p-tuning-v2",
  library: "none",
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
    return prefix(
      architecture.keyWidth,
      deep,
      num_virtual_tokens,
      prefix_projection ? encoder_hidden_size : null,
    );
  },
});

/** Cartridge (Eyuboglu et al. 2025): a prefix that stands for a long text; its first positions stay frozen. */
export const cartridge = countingMethod({
  id: "cartridge",
  withoutEffect: { ...prefixStart, num_transformer_submodules: any },
  options: { ...length, ...sizes, num_frozen_tokens: { kind: "integer", default: 1, min: 0 } },
  count: (model, { num_virtual_tokens, num_frozen_tokens, ...given }) => {
    const { layers, width } = sizesOf(model, given);
    const position = 2 * layers * width;
    const frozen = Math.min(num_frozen_tokens, num_virtual_tokens);
    return {
      trained: (num_virtual_tokens - frozen) * position,
      added: num_virtual_tokens * position,
      frozenInFile: frozen * position,
      notes: [given.token_dim === null ? misfit(model) : undefined, asked(model, given)],
    };
  },
});

/** Families whose attention HF PEFT can put LLaMA-Adapter in. */
const adapted = new Set(["llama", "mistral", "gpt2"]);

/** LLaMA-Adapter: positions to look at in the upper layers, each layer behind a gate that starts at zero. */
export const llamaAdapter = countingMethod({
  id: "llama-adapter",
  savesModules: false,
  aliases: ["adaption-prompt", "adaptionprompt"],
  withoutEffect: { target_modules: any },
  options: {
    adapter_len: { kind: "integer", default: 10, min: 1, aliases: ["length", "num_virtual_tokens", "P"] },
    adapter_layers: { kind: "integer", default: null, min: 1, aliases: ["top_layers"] },
    depth: { kind: "choice", default: "all", choices: ["all", "half", "one"] },
  },
  count: ({ architecture, layers }, { adapter_len, adapter_layers, depth }) => {
    const { family } = architecture;
    const all = layers?.length ?? architecture.layers;
    const deep = adapter_layers ?? { all, half: Math.ceil(all / 2), one: 1 }[depth];
    return {
      ...allNew(deep * (adapter_len * architecture.width + 1)),
      notes: [
        adapted.has(family) ? undefined : note("adaptedFamilies", { known: [...adapted].join(", "), family }),
        deep > architecture.layers
          ? note("adaptedTooDeep", { blocks: architecture.layers, asked: deep })
          : undefined,
      ],
    };
  },
});
