import { adapter } from "./adapter";
import { full } from "./full";
import { lora } from "./lora";
import type { Method } from "./method";
import { pTuning } from "./p-tuning";
import { prefixTuning } from "./prefix-tuning";

/** The tuning methods. Ids, forms, links, counts and pages all flow from this list. */
export const methods = [full, adapter, prefixTuning, pTuning, lora] as unknown as readonly Method[];

/** The method with this id, or undefined. */
export function findMethod(id: string): Method | undefined {
  return methods.find((method) => method.id === id);
}
