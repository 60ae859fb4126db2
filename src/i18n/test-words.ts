import { loadWords, startI18n } from "./i18n";
import type { Language } from "./languages";
import { type AllWords, type Namespace, pageNamespaces, wordFiles } from "./page-words";

/** Every word there is. */
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
  const loaded = (Object.keys(wordFiles) as Namespace[]).map(
    async (name) => [name, (await wordFiles[name][language]()).default] as const,
  );
  return Object.fromEntries(await Promise.all(loaded)) as AllWords;
}
