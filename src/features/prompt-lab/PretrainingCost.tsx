import { useTranslation } from "react-i18next";
import type { BaseCard } from "../../bases/base";
import { useNumbers } from "../../i18n/numbers";

/** How large the model is and what its pretraining took, as its card says; nothing for a card without that figure. */
export function PretrainingCost({ card }: { readonly card: BaseCard }) {
  const { t } = useTranslation("lab");
  const numbers = useNumbers();
  const { step = card.recipe.steps, cpuSeconds, parameters } = card;
  if (cpuSeconds === undefined || step === 0) return null;
  return t("status.cost", {
    count: Math.max(1, Math.round(cpuSeconds / 60)),
    steps: numbers.count(step),
    parameters: numbers.count(parameters),
  });
}
