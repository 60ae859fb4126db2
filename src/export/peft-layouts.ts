// How HF PEFT lays out each method: the names of its tensors, their shapes, and the fields of its config.
import type { AnyOptions } from "../lib/options";
import type { PlainTensor } from "../lib/safetensors";
import type { MethodId } from "../methods/index";
import { type Layout, noShift, take, transpose } from "./layout";
import { moduleName, targetNames } from "./module-names";

type Write = (
  tensor: PlainTensor,
  site: string,
  options: AnyOptions,
) => readonly [suffix: string, tensor: PlainTensor];

const same =
  (suffix: string): Write =>
  (tensor) => [suffix, tensor];
const turned =
  (suffix: string): Write =>
  (tensor) => [suffix, transpose(tensor)];

/**
 * A method that changes modules: every tensor "<site>.<ending>" is written by the rule of its ending, and one that all
 * modules share under each of its names.
 */
function perModule(
  since: string,
  endings: Readonly<Record<string, Write>>,
  config: Layout["config"],
  shared: Readonly<Record<string, readonly string[]>> = {},
): Layout {
  return {
    since,
    prefix: "base_model.model",
    shift: () => noShift,
    config: (adapter) => {
      const sites = Object.keys(adapter.tensors).filter(
        (name) => name.startsWith("blocks.") || name.startsWith("norm."),
      );
      const targets = targetNames(sites.map((name) => name.slice(0, name.lastIndexOf("."))));
      return { target_modules: targets, ...config(adapter) };
    },
    tensors: (adapter, left) => {
      const written: Record<string, PlainTensor> = {};
      for (const name of [...left.keys()]) {
        const sharedNames = shared[name];
        const dot = name.lastIndexOf(".");
        const write = endings[name.slice(dot + 1)];
        const module = moduleName(adapter.config, name.slice(0, dot));
        if (!sharedNames && !(write && module)) continue;
        const tensor = take(left, name);
        if (!tensor) continue;
        for (const sharedName of sharedNames ?? []) written[sharedName] = transpose(tensor);
        if (!sharedNames && write) {
          const [suffix, turnedTensor] = write(tensor, name.slice(0, dot), adapter.options);
          written[`base_model.model.${module}.${suffix}`] = turnedTensor;
        }
      }
      return written;
    },
  };
}

/** A method that puts `length` vectors in front: one tensor, prompt_embeddings. */
function inFront(where: "sequence" | "cache", config: Layout["config"], tensors: Layout["tensors"]): Layout {
  return {
    since: "0.5.0",
    prefix: "base_model",
    tensors,
    shift: ({ options }) => {
      const positions = Number(options.length);
      return { positions, firstToken: where === "sequence" ? positions : 0 };
    },
    config: (adapter) => ({
      num_virtual_tokens: Number(adapter.options.length),
      token_dim: adapter.config.width,
      num_attention_heads: adapter.config.heads,
      num_layers: adapter.config.layers,
      num_transformer_submodules: 1,
      ...config(adapter),
    }),
  };
}

/** (P, C), as it is. */
const vectors: Layout["tensors"] = (_, left) => {
  const prompt = take(left, "prompt.vectors");
  return prompt ? { prompt_embeddings: prompt } : {};
};

/**
 * Keys and values (H, P, D) of each layer -> (P, L · 2 · C): PEFT views a row as (L · 2, H, D), a layer's key before
 * its value.
 */
const keysValues: Layout["tensors"] = ({ config }, left) => {
  const { layers, heads, width } = config;
  const depth = width / heads;
  const parts = Array.from({ length: layers }, (_, layer) =>
    ["key", "value"].map((side) => take(left, `blocks.${layer}.attention.prefix.${side}`)),
  ).flat();
  const length = parts.find((part) => part !== undefined)?.shape[1] ?? 0;
  const data = new Float32Array(length * parts.length * width);
  for (const [index, part] of parts.entries()) {
    if (!part) return "some-layers";
    for (let head = 0; head < heads; head++) {
      for (let position = 0; position < length; position++) {
        const from = (head * length + position) * depth;
        const to = position * parts.length * width + index * width + head * depth;
        data.set(part.data.subarray(from, from + depth), to);
      }
    }
  }
  return { prompt_embeddings: { shape: [length, parts.length * width], data } };
};

/** The network that made the prefix is not kept, so the file says that there is none. */
const prefix = inFront("cache", () => ({ peft_type: "PREFIX_TUNING", prefix_projection: false }), keysValues);

const loraEndings = { lora_A: turned("lora_A.weight"), lora_B: turned("lora_B.weight") };

/** By the id of the method; null where HF PEFT has no class for it. */
export const layouts: Readonly<Record<MethodId, Layout | null>> = {
  full: null,
  head: null,
  adapter: null,
  "adapter-bias": null,
  compacter: null,
  bitfit: null,
  "random-subset": null,
  "llama-adapter": null,
  lora: perModule("0.8.2", loraEndings, ({ options }) => ({
    peft_type: "LORA",
    r: options.rank,
    lora_alpha: options.alpha,
    use_rslora: options.scaling === "rank-stabilized",
    bias: "none",
    lora_dropout: 0,
  })),
  dora: perModule("0.10.0", { ...loraEndings, magnitude: same("lora_magnitude_vector") }, ({ options }) => ({
    peft_type: "LORA",
    r: options.rank,
    lora_alpha: options.alpha,
    use_dora: true,
    bias: "none",
    lora_dropout: 0,
  })),
  // P Λ Q there is B (E ⊙ A): A is (r, in), B (out, r), E (r, 1). PEFT takes an alpha of 0 for "not set" and scales by 1:
  // what adds nothing here is written with E = 0.
  adalora: perModule(
    "0.5.0",
    {
      lora_P: turned("lora_A"),
      lora_E: ({ data }, _, { alpha }) => [
        "lora_E",
        { shape: [data.length, 1], data: Number(alpha) > 0 ? data : new Float32Array(data.length) },
      ],
      lora_Q: turned("lora_B"),
    },
    ({ options, steps }) => ({
      peft_type: "ADALORA",
      init_r: options.rank,
      target_r: options.targetRank,
      lora_alpha: options.alpha,
      orth_reg_weight: options.orthogonality,
      total_step: Math.max(1, steps),
      bias: "none",
      lora_dropout: 0,
    }),
  ),
  // Releases up to 0.20 check that vera_A is there and then load vera_A.default, or else draw other projections.
  vera: perModule(
    "0.17.1",
    { vera_d: same("vera_lambda_d"), vera_b: same("vera_lambda_b") },
    ({ options }) => ({
      peft_type: "VERA",
      r: options.rank,
      d_initial: options.initD,
      save_projection: true,
      bias: "none",
      vera_dropout: 0,
    }),
    {
      vera_A: ["base_model.vera_A", "base_model.vera_A.default"],
      vera_B: ["base_model.vera_B", "base_model.vera_B.default"],
    },
  ),
  ia3: perModule(
    "0.5.0",
    {
      ia3: ({ data }, site) => [
        "ia3_l",
        { shape: site.endsWith("mlp.down") ? [1, data.length] : [data.length, 1], data },
      ],
    },
    ({ tensors }) => ({
      peft_type: "IA3",
      feedforward_modules: Object.keys(tensors).some((name) => name.includes(".mlp.down.")) ? ["fc2"] : [],
    }),
  ),
  "layer-norm": perModule(
    "0.12.0",
    { weight: same("ln_tuning_layers.weight"), bias: same("ln_tuning_layers.bias") },
    () => ({ peft_type: "LN_TUNING" }),
  ),
  "prefix-tuning": prefix,
  "p-tuning-v2": prefix,
  "prompt-tuning": inFront("sequence", () => ({ peft_type: "PROMPT_TUNING" }), vectors),
  "p-tuning": inFront(
    "sequence",
    ({ options }) => ({
      peft_type: "P_TUNING",
      encoder_reparameterization_type: options.encoder === "lstm" ? "LSTM" : "MLP",
      encoder_hidden_size: options.hidden,
    }),
    vectors,
  ),
};
