import type { OptionSpecs } from "../lib/options";
import { adalora } from "./adalora";
import { adapter } from "./adapter";
import { adapterBias } from "./adapter-bias";
import { bitfit } from "./bitfit";
import { compacter } from "./compacter";
import { dora } from "./dora";
import { full } from "./full";
import { head } from "./head";
import { ia3 } from "./ia3";
import { layerNorm } from "./layer-norm";
import { llamaAdapter } from "./llama-adapter";
import { lora } from "./lora";
import type { Method } from "./method";
import { pTuning } from "./p-tuning";
import { pTuningV2 } from "./p-tuning-v2";
import { prefixTuning } from "./prefix-tuning";
import { promptTuning } from "./prompt-tuning";
import { randomSubset } from "./random-subset";
import { vera } from "./vera";

/** The tuning methods, the survey's first, then those beyond it. Ids, forms, links, counts and pages all flow from this list. */
const list = [
  full,
  head,
  adapter,
  adapterBias,
  bitfit,
  prefixTuning,
  promptTuning,
  pTuning,
  pTuningV2,
  lora,
  randomSubset,
  ia3,
  layerNorm,
  dora,
  vera,
  adalora,
  compacter,
  llamaAdapter,
] as const;

export type MethodId = (typeof list)[number]["id"];
export type ListedMethod = Method<OptionSpecs, MethodId>;

/** The list, for code that treats all methods alike. */
export const methods: readonly ListedMethod[] = list;

/** The method with this id, or undefined. */
export function findMethod(id: string): ListedMethod | undefined {
  return methods.find((method) => method.id === id);
}
