import { useTranslation } from "react-i18next";
import { useWords } from "../../i18n/words";
import type { ChoiceId } from "./rules";

/** "LoRA"; "A prompt with examples, no training". */
export function useChoiceName(): (choice: ChoiceId) => string {
  const { t } = useTranslation("guide");
  const words = useWords();
  return (choice) =>
    choice === "prompting" || choice === "other-model" ? t(`choices.${choice}`) : words.method(choice).name;
}
