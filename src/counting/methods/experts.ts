import { CountingError } from "../counting-error";
import { nearest } from "../nearest";
import type { Part } from "../part";
import type { TaskModel } from "../task-model";

/** A stacked tensor that LoRA is put on, and how many times the rank it gets. */
export interface TunedTensor {
  readonly part: Part;
  readonly times: number;
}

/**
 * What the matrices of experts were called before HF transformers 5 stacked them, by family. HF PEFT still takes these
 * names: of two that are one tensor now, the ranks add up.
 */
const formerNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mixtral: { gate: "gate.weight", w1: "gate_up_proj", w3: "gate_up_proj", w2: "down_proj" },
  qwen3_moe: {
    gate: "gate.weight",
    gate_proj: "gate_up_proj",
    up_proj: "gate_up_proj",
    down_proj: "down_proj",
  },
};

/** The tensors of experts that `target_modules` names in the former way, and the names that are taken care of so. */
export function formerTargets(
  { architecture, parts, layers }: TaskModel,
  names: readonly string[] | null,
): { readonly tensors: readonly TunedTensor[]; readonly names: readonly string[] } {
  const mapping = formerNames[architecture.family];
  if (!mapping || names === null) return { tensors: [], names: [] };
  const isAll = names.length === 1 && names[0]!.toLowerCase() === "all-linear";
  const asked = isAll ? Object.keys(mapping) : names.filter((name) => Object.hasOwn(mapping, name));
  const tensors = [...new Set(asked.map((name) => mapping[name]!))].flatMap((tensor) => {
    const all = Object.keys(mapping).filter((name) => mapping[name] === tensor);
    const missing = all.filter((name) => !asked.includes(name));
    if (missing.length > 0)
      throw new CountingError("value", `${all.join(" and ")} are one tensor: name both or none`, all);
    return parts
      .filter(({ path, kind }) => kind === "parameter" && path.endsWith(`.${tensor}`))
      .filter(({ layer }) => layers === null || (layer !== undefined && layers.includes(layer)))
      .map((part) => ({ part, times: all.length }));
  });
  return { tensors, names: isAll ? [] : asked };
}

/** The tensors that `target_parameters` names by the end of their path. */
export function namedTensors({ parts }: TaskModel, names: readonly string[]): readonly TunedTensor[] {
  return names.flatMap((name) => {
    const found = parts.filter(
      ({ path, kind }) => kind === "parameter" && (path === name || path.endsWith(`.${name}`)),
    );
    if (found.length > 0) return found.map((part) => ({ part, times: 1 }));
    const tensors = parts
      .filter(({ kind, layer }) => kind === "parameter" && layer === 0)
      .map(({ path }) => path);
    throw new CountingError("target", name, tensors, nearest(name, tensors));
  });
}
