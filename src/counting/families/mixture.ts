import type { ConfigFields } from "../config-fields";
import { linear, type Part, parameter } from "../part";

/**
 * The feed-forward of a mixture of experts: a router, and the matrices of all experts stacked in two tensors, as HF
 * transformers 5 holds them; Qwen2's has an expert beside that is always on. null where the block has no mixture.
 */
export function mixture(fields: ConfigFields, layer: number): Part[] | null {
  if (!(fields.family in experts) || !isMixed(fields, layer)) return null;
  const width = fields.whole("hidden_size");
  const { count, inner } = experts[fields.family as keyof typeof experts];
  const middle = fields.whole(inner);
  const number = fields.whole(count);
  return [
    parameter("mlp.gate.weight", number, width),
    parameter("mlp.experts.gate_up_proj", 2 * middle, width, number),
    parameter("mlp.experts.down_proj", width, middle, number),
    ...(fields.family === "qwen2_moe" ? sharedExpert(fields, width) : []),
  ];
}

/** The fields that size the experts, by family. */
const experts = {
  mixtral: { count: ["num_local_experts"], inner: "intermediate_size" },
  qwen2_moe: { count: ["num_experts"], inner: "moe_intermediate_size" },
  qwen3_moe: { count: ["num_experts", "num_local_experts"], inner: "moe_intermediate_size" },
} as const;

function isMixed(fields: ConfigFields, layer: number): boolean {
  if (fields.family === "mixtral") return true;
  const step = fields.whole("decoder_sparse_step", 1);
  return !fields.list("mlp_only_layers").includes(layer) && (layer + 1) % step === 0;
}

function sharedExpert(fields: ConfigFields, width: number): Part[] {
  const inner = fields.whole("shared_expert_intermediate_size");
  return [
    linear("mlp.shared_expert.gate_proj", width, inner, false, { role: "gate" }),
    linear("mlp.shared_expert.up_proj", width, inner, false, { role: "up" }),
    linear("mlp.shared_expert.down_proj", inner, width, false, { role: "down" }),
    linear("mlp.shared_expert_gate", width, 1, false),
  ];
}
