import type { OptionSpecs } from "../lib/options";
import { adapter } from "./adapter";
import { bitfit } from "./bitfit";
import { controlNet } from "./control-net";
import { full } from "./full";
import { ia3 } from "./ia3";
import { lora } from "./lora";
import type { Method } from "./method";
import { prefixTuning } from "./prefix-tuning";
import { promptTuning } from "./prompt-tuning";
import { textualInversion } from "./textual-inversion";

/** The methods for a base that draws: two that need one, and some of those for text, which it takes as they are. */
const list = [
  textualInversion,
  controlNet,
  lora,
  full,
  bitfit,
  adapter,
  ia3,
  promptTuning,
  prefixTuning,
] as const;

export type PictureMethodId = (typeof list)[number]["id"];
export type PictureMethod = Method<OptionSpecs, PictureMethodId>;

/** The list, for code that treats them alike. */
export const pictureMethods: readonly PictureMethod[] = list;

/** The method with this id, or undefined. */
export function findPictureMethod(id: string): PictureMethod | undefined {
  return pictureMethods.find((method) => method.id === id);
}
