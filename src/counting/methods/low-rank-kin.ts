import { note } from "../notes";
import type { Part } from "../part";
import { any } from "../without-effect";
import { mustDivide } from "./dividing";
import { rank, rankOf, rankPattern } from "./low-rank";
import { matrixMethod } from "./matrix-method";

/** DeLoRA: normalised factors, and their common strength as one parameter. */
export const delora = matrixMethod({
  id: "delora",
  options: { ...rank(8), ...rankPattern },
  withoutEffect: { delora_lambda: any, lambda_pattern: any, module_dropout: any },
  each: (matrix, { r, rank_pattern }) =>
    rankOf(matrix, r, rank_pattern) * (matrix.inputs + matrix.outputs) + 1,
});

/** DEFT: r directions of the output are taken away and written anew; `para` takes them away only. */
export const deft = matrixMethod({
  id: "deft",
  on: ["linear", "Conv1D"],
  options: { ...rank(8), para: { kind: "switch", default: false } },
  withoutEffect: { decomposition_method: any, init_scale: any, alpha: any, deft_dropout: any },
  each: ({ inputs, outputs }, { r, para }) => Math.min(r, outputs) * (outputs + (para ? 0 : inputs)),
});

/** GraLoRA: the matrix in k × k blocks, each with a low-rank change; as many parameters as LoRA of rank r. */
export const gralora = matrixMethod({
  id: "gralora",
  on: ["linear", "Conv1D"],
  options: {
    ...rank(32),
    hybrid_r: { kind: "integer", default: 0, min: 0 },
    gralora_k: { kind: "integer", default: 2, min: 1 },
  },
  withoutEffect: { alpha: any, gralora_dropout: any },
  each: (matrix, { r, hybrid_r, gralora_k }) => {
    mustDivide("gralora_k", gralora_k, matrix, "inputs");
    mustDivide("gralora_k", gralora_k, matrix, "outputs");
    return (r + hybrid_r) * (matrix.inputs + matrix.outputs);
  },
});

/**
 * GLoRA: changes of W, of its input and of its bias, each as low-rank factors, a vector, a constant, or not at all. A
 * matrix without bias has the first only.
 */
export const glora = matrixMethod({
  id: "glora",
  options: {
    ...rank(8),
    config_A_B: { kind: "choice", default: "lora", choices: ["lora", "vector", "constant", "none"] },
    config_C: { kind: "choice", default: "lora", choices: ["lora", "vector", "none"] },
    config_D_E: { kind: "choice", default: "constant", choices: ["vector", "constant", "none"] },
  },
  each: ({ inputs, outputs, bias }, { r, config_A_B, config_C, config_D_E }) => {
    const ofWeight = { lora: r * (inputs + outputs), vector: outputs, constant: 1, none: 0 }[config_A_B];
    const ofInput = { lora: r * (inputs + 1), vector: inputs, none: 0 }[config_C];
    const ofBias = { vector: outputs, constant: 1, none: 0 }[config_D_E];
    return 2 * ofWeight + (bias ? ofInput + 2 * ofBias : 0);
  },
  finish: (trained, _, __, { architecture }) => ({
    trained,
    added: trained,
    notes: [architecture.family === "falcon" ? note("falconLinear") : undefined],
  }),
});

/** PEANuT: the change of W is a small network of W itself: in, `depth` layers each way, out. */
export const peanut = matrixMethod({
  id: "peanut",
  options: { ...rank(32), depth: { kind: "integer", default: 0, min: 0 } },
  withoutEffect: { act_fn: any, scaling: any },
  each: ({ outputs }, { r, depth }) => 2 * r * outputs + 2 * depth * r * r,
});

/**
 * Lily: matrices of the same name and shape share num_B factors B, mixed by a router in each, and stride_A neighbours
 * share a factor A.
 */
export const lily = matrixMethod({
  id: "lily",
  options: {
    ...rank(32),
    stride_A: { kind: "integer", default: 1, min: 1 },
    num_B: { kind: "integer", default: 2, min: 2 },
  },
  withoutEffect: { scaling: any },
  each: (_, { r, num_B }) => r * num_B,
  finish: (routers, chosen, { r, stride_A, num_B, target_modules }) => {
    const groups = chosen.map((part) => groupOf(part, chosen, target_modules));
    const factors = [...new Set(groups)].map((group) => {
      const parts = chosen.filter((_, i) => groups[i] === group);
      const { inputs, outputs } = parts[0]!;
      return Math.ceil(parts.length / stride_A) * r * inputs + num_B * r * outputs;
    });
    const trained = routers + factors.reduce((sum, size) => sum + size, 0);
    return { trained, added: trained };
  },
});

/** Matrices of one group share factors. A few matrices that "all-linear" found go by their whole names, so none share. */
function groupOf(
  { path, inputs, outputs }: Part,
  chosen: readonly Part[],
  names: readonly string[] | null,
): string {
  const isAll = names?.length === 1 && names[0]!.toLowerCase() === "all-linear";
  if (isAll && chosen.length < 20) return path;
  const name = names?.find((each) => path.endsWith(each)) ?? path.slice(path.lastIndexOf(".") + 1);
  return `${isAll ? path.slice(path.lastIndexOf(".") + 1) : name} ${inputs}×${outputs}`;
}
