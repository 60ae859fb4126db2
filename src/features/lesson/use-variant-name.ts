import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { PromptVariant } from "../../experiments/prompt/prompt-spec";

/** What a variant of a prompt is called: what a person called it, or all in which it differs from a plain question. */
export function useVariantName(): (variant: PromptVariant) => string {
  const { t } = useTranslation("lessons");
  return useCallback(
    ({ name, trigger, demonstrations, procedure, length, expected, decode }) => {
      if (name !== undefined) return name;
      const { count, labels, inputs, wrong } = demonstrations;
      const { temperature, topK, samples, vote } = decode;
      const parts = [
        trigger !== null && t("prompt.trigger", { trigger }),
        count > 0 && t("prompt.demonstrations", { count }),
        count > 0 && labels !== "gold" && t(`prompt.labels.${labels}`),
        count > 0 && wrong > 0 && t("prompt.wrong", { wrong }),
        count > 0 && inputs === "foreign" && t("prompt.foreign"),
        count > 0 && inputs === "absent" && t("prompt.noInputs"),
        procedure !== "prompt" && t(`prompt.procedures.${procedure}`),
        length > 0 && t("prompt.length", { count: length }),
        expected === "implied" && t("prompt.implied"),
        temperature > 0 && samples > 1 && t(vote ? "prompt.votes" : "prompt.samples", { count: samples }),
        temperature > 0 && t("prompt.temperature", { temperature }),
        temperature > 0 && topK > 0 && t("prompt.topK", { count: topK }),
      ].filter((part) => part !== false);
      return parts.length > 0 ? parts.join(t("prompt.and")) : t("prompt.plain");
    },
    [t],
  );
}
