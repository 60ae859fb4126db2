import type { Counted } from "../../counting/published";
import { useWords } from "../../i18n/words";

/** Says what was counted: "LoRA, r=16, target_modules=q_proj,v_proj". How heads are reckoned is left to the notes. */
export function useCountedWords(): (counted: Omit<Counted, "model">) => string {
  const words = useWords();
  return ({ method, options }) =>
    [
      words.method(method).name,
      ...Object.entries(options)
        .filter(([name]) => name !== "head_copy")
        .map(([name, value]) => `${name}=${value}`),
    ].join(", ");
}
