import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import { useWords } from "../i18n/words";
import { promptParts, variantParts } from "./use-variant-name";
import { weightsText } from "./weights-text";

/**
 * Names for experiments of one variant each that are shown together: by what differs between them, base and snapshot among
 * it. One that has nothing else is called by what its prompt holds.
 */
export function useVariantNames(): (asked: readonly PromptSpec[]) => readonly string[] {
  const { t } = useTranslation("prompt");
  const words = useWords();
  return useCallback(
    (asked) => {
      const whole = asked.map(({ base, from, task, variants: [variant] }) => {
        const weights: readonly string[] = [
          words.base(base).name,
          words.task(task.id).name,
          weightsText(from, t),
        ];
        const shown = variant ? promptParts(variant, t) : [];
        return { weights, parts: variant ? variantParts(variant, t) : [], shown, name: variant?.name };
      });
      const shared = (texts: (one: (typeof whole)[number]) => readonly string[]) => (text: string) =>
        whole.every((one) => texts(one).includes(text));
      // Beside one where what the prompt implies counts, the true answer is what is special about the other.
      const countsTruth = asked.some(({ variants: [variant] }) => variant?.expected === "implied");
      const isShared = shared(({ parts }) => parts);
      const isSharedWeight = shared(({ weights }) => weights);
      return whole.map(({ name, weights, parts, shown }) => {
        const differs = weights.filter((text) => !isSharedWeight(text));
        const own = [...(name ? [name] : parts.filter((text) => !isShared(text))), ...differs];
        const texts = own.length > 0 ? own : countsTruth ? [t("variant.right")] : shown;
        return texts.length > 0 ? texts.join(t("variant.and")) : t("variant.plain");
      });
    },
    [t, words],
  );
}
