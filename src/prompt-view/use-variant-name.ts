import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { PromptVariant } from "../experiments/prompt/prompt-spec";
import { useWords } from "../i18n/words";
import { greedy } from "./bench";
import { weightsText } from "./weights-text";

/** What a variant of a prompt is called: what a person called it, or all in which it differs from a plain question. */
export function useVariantName(): (variant: PromptVariant) => string {
  const { t } = useTranslation("prompt");
  const words = useWords();
  return useCallback(
    (variant) => {
      const { name, model, length } = variant;
      if (name !== undefined) return name;
      const isPlain = length === 0 && promptParts(variant, t).length === 0;
      const asked = model ? [words.base(model.base).name, weightsText(model.from, t)] : [];
      const parts = [...(isPlain ? [t("variant.plain")] : []), ...variantParts(variant, t), ...asked];
      return parts.join(t("variant.and"));
    },
    [t, words],
  );
}

/** What the prompt of a variant holds, without the choice of questions and how answers are sampled. */
export function promptParts(variant: PromptVariant, t: TFunction<"prompt">): readonly string[] {
  return variantParts({ ...variant, length: 0, decode: greedy }, t);
}

/** In what a variant differs from a plain question, in words. */
export function variantParts(variant: PromptVariant, t: TFunction<"prompt">): readonly string[] {
  const { trigger, demonstrations, procedure, length, expected, decode } = variant;
  const { count, labels, inputs, wrong } = demonstrations;
  const { temperature, topK, samples, vote } = decode;
  // Questions of a fixed length are chains and sums, where a phrase or a last token may say how to answer.
  const isBare = trigger === null && count === 0 && procedure === "prompt" && length > 0;
  return [
    isBare && t("bench.phrase.none"),
    trigger !== null && t("variant.trigger", { trigger }),
    count > 0 && t("variant.demonstrations", { count }),
    count > 0 && labels !== "gold" && t(`variant.labels.${labels}`),
    count > 0 && wrong > 0 && t("variant.wrong", { wrong }),
    count > 0 && inputs === "foreign" && t("variant.foreign"),
    count > 0 && inputs === "absent" && t("variant.noInputs"),
    procedure !== "prompt" && t(`variant.procedures.${procedure}`),
    length > 0 && t("variant.length", { count: length }),
    expected === "implied" && t("variant.implied"),
    temperature > 0 && samples > 1 && t(vote ? "variant.votes" : "variant.samples", { count: samples }),
    temperature > 0 && t("variant.temperature", { temperature }),
    temperature > 0 && topK > 0 && t("variant.topK", { count: topK }),
  ].filter((part) => part !== false);
}
