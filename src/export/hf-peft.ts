import { encodeTensors, type PlainTensor } from "../lib/safetensors";
import { findMethod } from "../methods/index";
import { json } from "./file-text";
import { type Layout, type Refusal, type Shift, type TrainedAdapter, take, transpose } from "./layout";
import { moduleName } from "./module-names";
import { layouts } from "./peft-layouts";

/** Names of the files that HF PEFT loads an adapter from. */
export type PeftFile = "adapter_config.json" | "adapter_model.safetensors";

/** An adapter in HF PEFT's form, and what it asks of its base; or why PEFT has no form for it. */
export type PeftExport =
  | {
      readonly ok: true;
      readonly files: Readonly<Record<PeftFile, Uint8Array>>;
      readonly shift: Shift;
      /** Parameters of the base that were trained along, by our names: the base must be written with them. */
      readonly trainedBase: Readonly<Record<string, PlainTensor>>;
      readonly since: string;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Where `AutoPeftModel…` looks for the base, seen from the folder that Python is started in. */
export const baseFolder = "./base";

/** The two files of an adapter as HF PEFT saves it: adapter_config.json and adapter_model.safetensors. */
export function exportPeft(adapter: TrainedAdapter): PeftExport {
  const method = findMethod(adapter.method);
  const layout = method && layouts[method.id];
  if (!layout) return { ok: false, refusal: "no-class" };
  const left = new Map(Object.entries(adapter.tensors));
  const head = classifier(adapter, layout, left);
  const own = layout.tensors(adapter, left);
  if (typeof own === "string") return { ok: false, refusal: own };
  const config = {
    base_model_name_or_path: baseFolder,
    inference_mode: true,
    task_type: taskType(adapter),
    // Left out where it is empty: releases of PEFT before 0.14 do not know the field in the configs of soft prompts.
    ...(Object.keys(head).length > 0 ? { modules_to_save: ["classifier"] } : {}),
    ...layout.config(adapter),
  };
  const tensors = { ...own, ...head };
  return {
    ok: true,
    files: {
      "adapter_config.json": json(config),
      "adapter_model.safetensors": encodeTensors({ tensors, metadata: { format: "pt" } }),
    },
    shift: layout.shift(adapter),
    trainedBase: Object.fromEntries(left),
    since: layout.since,
  };
}

/** An encoder that predicts masked tokens needs one too: without it PEFT leaves soft prompts out, without a word. */
function taskType({ config }: TrainedAdapter): "SEQ_CLS" | "CAUSAL_LM" | "FEATURE_EXTRACTION" {
  if (config.head.kind === "classes") return "SEQ_CLS";
  return config.kind === "decoder" ? "CAUSAL_LM" : "FEATURE_EXTRACTION";
}

/** A classifier trained along, where PEFT looks for it (modules_to_save). */
function classifier(
  { config }: TrainedAdapter,
  { prefix }: Layout,
  left: Map<string, PlainTensor>,
): Record<string, PlainTensor> {
  const module = `${prefix}.${moduleName(config, "classifier")}`;
  const weight = take(left, "classifier.weight");
  const bias = take(left, "classifier.bias");
  return {
    ...(weight ? { [`${module}.weight`]: transpose(weight) } : {}),
    ...(bias ? { [`${module}.bias`]: bias } : {}),
  };
}
