import type { PlainTensor } from "../lib/safetensors";
import { type OneStack, transpose } from "./layout";

/** Our blocks' parts as OPT and BART name them in transformers. */
const blockNames: Readonly<Record<string, string>> = {
  "attention.norm": "self_attn_layer_norm",
  "attention.query": "self_attn.q_proj",
  "attention.key": "self_attn.k_proj",
  "attention.value": "self_attn.v_proj",
  "attention.output": "self_attn.out_proj",
  "mlp.norm": "final_layer_norm",
  "mlp.up": "fc1",
  "mlp.down": "fc2",
};

/**
 * The name a module of our model has in an export: "blocks.0.attention.query" ->
 * "model.decoder.layers.0.self_attn.q_proj". The decoder is an OPT; the encoder has the same parts under
 * "model.encoder", in a small PyTorch module that goes into the zip. Undefined for what has no name there.
 */
export function moduleName(config: OneStack, site: string): string | undefined {
  const trunk = `model.${config.kind}`;
  if (site === "norm") return `${trunk}.final_layer_norm`;
  if (site === "classifier") return "classifier";
  if (site === "head") return "lm_head";
  if (site === "embedding.token") return `${trunk}.embed_tokens`;
  if (site === "embedding.position") return `${trunk}.embed_positions`;
  const [, layer, part] = /^blocks\.(\d+)\.(.+)$/.exec(site) ?? [];
  const name = part === undefined ? undefined : blockNames[part];
  return name && `${trunk}.layers.${layer}.${name}`;
}

/** Ends of module names for `target_modules`, each once: "attention.query" -> "q_proj". */
export function targetNames(sites: readonly string[]): readonly string[] {
  const names = sites.map((site) => blockNames[site.replace(/^blocks\.\d+\./, "")] ?? "final_layer_norm");
  return [...new Set(names.map((name) => name.slice(name.lastIndexOf(".") + 1)))];
}

/** A parameter of the model by its name in PyTorch, as W x; tables of embeddings stay as they are. */
export function asInPyTorch(
  config: OneStack,
  name: string,
  tensor: PlainTensor,
): readonly [name: string, tensor: PlainTensor] {
  const dot = name.lastIndexOf(".");
  const site = name.slice(0, dot);
  const module = moduleName(config, site);
  if (module === undefined) throw new Error(`"${name}" has no name in PyTorch`);
  const isMatrix = tensor.shape.length === 2 && !site.startsWith("embedding.");
  return [`${module}.${name.slice(dot + 1)}`, isMatrix ? transpose(tensor) : tensor];
}
