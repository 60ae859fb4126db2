import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import enApp from "./en/app.json";
import enBases from "./en/bases.json";
import enCloser from "./en/closer.json";
import enLessons from "./en/lessons.json";
import enMap from "./en/map.json";
import enMethods from "./en/methods.json";
import enPlayground from "./en/playground.json";
import enRealModels from "./en/real-models.json";
import enRecipes from "./en/recipes.json";
import enResults from "./en/results.json";
import enTasks from "./en/tasks.json";
import type { Language } from "./languages";
import { chineseSpacing } from "./spacing";
import zhApp from "./zh/app.json";
import zhBases from "./zh/bases.json";
import zhCloser from "./zh/closer.json";
import zhLessons from "./zh/lessons.json";
import zhMap from "./zh/map.json";
import zhMethods from "./zh/methods.json";
import zhPlayground from "./zh/playground.json";
import zhRealModels from "./zh/real-models.json";
import zhRecipes from "./zh/recipes.json";
import zhResults from "./zh/results.json";
import zhTasks from "./zh/tasks.json";

/** All words of the page, by language and namespace. Both languages come with the page: switching loads nothing. */
export const resources = {
  en: {
    app: enApp,
    bases: enBases,
    closer: enCloser,
    lessons: enLessons,
    map: enMap,
    methods: enMethods,
    playground: enPlayground,
    realModels: enRealModels,
    recipes: enRecipes,
    results: enResults,
    tasks: enTasks,
  },
  zh: {
    app: zhApp,
    bases: zhBases,
    closer: zhCloser,
    lessons: zhLessons,
    map: zhMap,
    methods: zhMethods,
    playground: zhPlayground,
    realModels: zhRealModels,
    recipes: zhRecipes,
    results: zhResults,
    tasks: zhTasks,
  },
} as const satisfies Record<Language, Record<string, object>>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: (typeof resources)["en"];
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
