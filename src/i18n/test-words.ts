import { type AllWords, loadWords, resources, startI18n } from "./i18n";
import type { Language } from "./languages";
import { pageNamespaces, pageWords } from "./page-words";

/** Every word there is, those of the pages too. */
export const allWords: Readonly<Record<Language, AllWords>> = {
  en: await allOf("en"),
  zh: await allOf("zh"),
};

/** As startI18n, with the words of every page. */
export async function startAllWords(language: Language): Promise<void> {
  await startI18n(language);
  await loadWords(pageNamespaces);
}

async function allOf(language: Language): Promise<AllWords> {
  const loaded = pageNamespaces.map(async (name) => [name, (await pageWords[name]()).words[language]]);
  return { ...resources[language], ...Object.fromEntries(await Promise.all(loaded)) };
}
