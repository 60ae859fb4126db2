import type { ModelConfig } from "../model/config";

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
 * The name a module of our model has in an exported adapter: "blocks.0.attention.query" ->
 * "model.decoder.layers.0.self_attn.q_proj". Our model is none of the hub's; its names there are those of OPT (decoder)
 * and of BART's encoder, which have the same parts: separate q, k, v, two norms before their sublayers, fc1 and fc2.
 * Undefined for what has no name there.
 */
export function moduleName(config: ModelConfig, site: string): string | undefined {
  const trunk = `model.${config.kind}`;
  if (site === "norm") return `${trunk}.final_layer_norm`;
  if (site === "classifier") return "classifier";
  const [, layer, part] = /^blocks\.(\d+)\.(.+)$/.exec(site) ?? [];
  const name = part === undefined ? undefined : blockNames[part];
  return name && `${trunk}.layers.${layer}.${name}`;
}

/** Ends of module names for `target_modules`, each once: "attention.query" -> "q_proj". */
export function targetNames(sites: readonly string[]): readonly string[] {
  const names = sites.map((site) => blockNames[site.replace(/^blocks\.\d+\./, "")] ?? "final_layer_norm");
  return [...new Set(names.map((name) => name.slice(name.lastIndexOf(".") + 1)))];
}
