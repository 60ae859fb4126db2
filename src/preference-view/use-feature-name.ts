import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** What a feature of the reward model is called: the word itself, or what is counted. */
export function useFeatureName(): (feature: string) => string {
  const { t } = useTranslation("preferences");
  return useCallback(
    (feature) => (feature === "length" || feature === "broken" ? t(`reward.${feature}`) : feature),
    [t],
  );
}
