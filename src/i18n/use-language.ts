import { useTranslation } from "react-i18next";
import { type Language, languages } from "./languages";

/** The language the page speaks now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find(({ id }) => id === i18n.language)?.id ?? "en";
}
