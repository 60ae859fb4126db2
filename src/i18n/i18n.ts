import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { retryImport } from "../lib/retry-import";
import { type Language, languages } from "./languages";
import { type AllWords, type Namespace, sharedNamespaces, wordFiles } from "./page-words";
import { chineseSpacing } from "./spacing";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: AllWords;
    returnNull: false;
  }
}

/** Starts i18next with the words that every page speaks; called once, before the first drawing. */
export async function startI18n(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(chineseSpacing)
    .init({
      lng: language,
      // Every language has every key: parity.test.ts. Words of another language would only be fetched in vain.
      fallbackLng: false,
      supportedLngs: languages.map(({ id }) => id),
      resources: {},
      ns: sharedNamespaces,
      defaultNS: "app",
      initAsync: false,
      postProcess: chineseSpacing.name,
      interpolation: { escapeValue: false },
      react: { useSuspense: false, bindI18nStore: "added" },
    });
  await fetchWords(sharedNamespaces, language);
}

/** Namespaces that pages have asked for so far: a change of language needs them all. */
const asked = new Set<Namespace>(sharedNamespaces);

/** Fetches words in the language of the page. What was fetched before is not asked for again. */
export async function loadWords(namespaces: readonly Namespace[]): Promise<void> {
  for (const namespace of namespaces) asked.add(namespace);
  let language: Language;
  // The language may change while words are on their way.
  do {
    language = i18next.language as Language;
    await fetchWords(namespaces, language);
  } while (language !== i18next.language);
}

/** Changes the language of the page, once its words are there. Rejects, and changes nothing, where they cannot be had. */
export async function speak(language: Language): Promise<void> {
  await fetchWords([...asked], language);
  await i18next.changeLanguage(language);
}

async function fetchWords(namespaces: readonly Namespace[], language: Language): Promise<void> {
  const fetch = async (namespace: Namespace): Promise<void> => {
    if (i18next.hasResourceBundle(language, namespace)) return;
    const { default: words } = await retryImport<{ readonly default: object }>(
      wordFiles[namespace][language],
    );
    i18next.addResourceBundle(language, namespace, words);
  };
  await Promise.all(namespaces.map(fetch));
}
