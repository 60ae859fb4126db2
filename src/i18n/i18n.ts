import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { imported } from "../lib/imported";
import enApp from "./en/app.json";
import enBases from "./en/bases.json";
import enTasks from "./en/tasks.json";
import { type Language, languages } from "./languages";
import { type PageNamespace, type PageWords, pageWords } from "./page-words";
import { chineseSpacing } from "./spacing";
import zhApp from "./zh/app.json";
import zhBases from "./zh/bases.json";
import zhTasks from "./zh/tasks.json";

/** The words that are there from the start, by language and namespace; those of a page come with it (page-words.ts). */
export const resources = {
  en: { app: enApp, bases: enBases, tasks: enTasks },
  zh: { app: zhApp, bases: zhBases, tasks: zhTasks },
} as const satisfies Record<Language, Record<string, object>>;

/** All words of a language by namespace; English has every key that there is. */
export type AllWords = (typeof resources)["en"] & PageWords;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: AllWords;
    returnNull: false;
  }
}

/** Starts i18next; called once, before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(chineseSpacing)
    .init({
      lng: language,
      fallbackLng: "en",
      supportedLngs: Object.keys(resources),
      resources,
      ns: Object.keys(resources.en),
      defaultNS: "app",
      initAsync: false,
      postProcess: chineseSpacing.name,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
}

/** Fetches the words of a page, in every language. What was fetched before is not asked for again. */
export async function loadWords(namespaces: readonly PageNamespace[]): Promise<void> {
  const load = async (namespace: PageNamespace): Promise<void> => {
    if (languages.every(({ id }) => i18next.hasResourceBundle(id, namespace))) return;
    const { words } = await imported<{ readonly words: Readonly<Record<Language, object>> }>(
      pageWords[namespace],
    );
    for (const { id } of languages) i18next.addResourceBundle(id, namespace, words[id]);
  };
  await Promise.all(namespaces.map(load));
}
