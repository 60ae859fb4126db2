import { encodeTensors, type PlainTensor } from "../lib/safetensors";
import { type Layout, type Refusal, type TrainedAdapter, take, transpose } from "./layout";
import { moduleName } from "./module-names";
import { layouts } from "./peft-layouts";

/** The files of an adapter, or why HF PEFT has no form for it. */
export type PeftExport =
  | { readonly ok: true; readonly files: Readonly<Record<PeftFile, Uint8Array>> }
  | { readonly ok: false; readonly refusal: Refusal };
/** Names of the files that HF PEFT loads an adapter from. */
export type PeftFile = "adapter_config.json" | "adapter_model.safetensors";

/** The two files of an adapter as HF PEFT saves it (peft 0.21): adapter_config.json and adapter_model.safetensors. */
export function exportPeft(adapter: TrainedAdapter): PeftExport {
  const layout = layouts[adapter.method];
  if (!layout) return { ok: false, refusal: "no-class" };
  const left = new Map(Object.entries(adapter.tensors));
  const head = classifier(adapter, layout, left);
  const own = layout.tensors(adapter, left);
  if (typeof own === "string") return { ok: false, refusal: own };
  if (left.size > 0) return { ok: false, refusal: "base-trained" };
  const hasHead = Object.keys(head).length > 0;
  const config = {
    base_model_name_or_path: `tuning-playground/${adapter.base}`,
    inference_mode: true,
    task_type: hasHead || adapter.config.head.kind === "classes" ? "SEQ_CLS" : "CAUSAL_LM",
    modules_to_save: hasHead ? ["classifier"] : null,
    ...layout.config(adapter),
  };
  return {
    ok: true,
    files: {
      "adapter_config.json": new TextEncoder().encode(`${JSON.stringify(config, null, 2)}\n`),
      "adapter_model.safetensors": encodeTensors({
        tensors: { ...own, ...head },
        metadata: { format: "pt" },
      }),
    },
  };
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
