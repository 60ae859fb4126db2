import i18next from "i18next";
import { speak } from "../i18n/i18n";
import { type Language, languageTag } from "../i18n/languages";
import { currentPlace, currentQuery, go, onAddress } from "../state/address";
import { useSettings } from "../state/settings";

/**
 * The address says which language the page speaks. Makes the page follow it (the back button may cross languages), and
 * the address follow the language that the reader chooses: the same page, its query, and all that runs stay.
 */
export function followLanguage(): void {
  onAddress(() => void speakAs(currentPlace().language));
  useSettings.subscribe(({ language }, former) => {
    if (language === former.language || language === currentPlace().language) return;
    const query = currentQuery();
    go(currentPlace().path + (query && `?${query}`), language);
  });
}

async function speakAs(language: Language): Promise<void> {
  if (language === i18next.language) return;
  // Where words cannot be fetched, the page goes on in the language it has.
  await speak(language).catch(() => {});
  document.documentElement.lang = languageTag(i18next.language as Language);
  useSettings.setState({ language: i18next.language as Language });
}
