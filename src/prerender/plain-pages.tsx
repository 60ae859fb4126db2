import i18next from "i18next";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { loadWords, startI18n } from "../i18n/i18n";
import { type Language, languages } from "../i18n/languages";
import { allLessons } from "./all-lessons";
import { PlainLessonDocument } from "./PlainLessonDocument";
import { PlainLessonsDocument } from "./PlainLessonsDocument";
import { plainPath } from "./plain-path";

/** A page of the lessons that needs no script. */
export interface PlainPage {
  /** Below the page with scripts: "read/lora.en.html". */
  readonly path: string;
  /** The same in every language, by the language's tag. */
  readonly languages: Readonly<Record<string, string>>;
  readonly html: string;
}

/**
 * Every lesson and their list, as documents without scripts in every language; scripts/prerender.mjs writes them while
 * building. `figures` gives what public/runs/claims/<lesson>.json holds, `site` is where the whole will stand, or null.
 */
export async function plainPages(
  figures: (lesson: string) => unknown,
  site: string | null,
): Promise<readonly PlainPage[]> {
  if (!i18next.isInitialized) await startI18n("en");
  await loadWords(["lessons", "methods", "playground"]);
  const loaded = await allLessons(figures);
  const pages: PlainPage[] = [];
  for (const { id: language } of languages) {
    await i18next.changeLanguage(language);
    pages.push(page("lessons", language, <PlainLessonsDocument site={site} />));
    for (const props of loaded)
      pages.push(page(props.lesson.id, language, <PlainLessonDocument {...props} site={site} />));
  }
  return pages;
}

function page(name: string, language: Language, document: ReactElement): PlainPage {
  return {
    path: plainPath(name, language),
    languages: Object.fromEntries(languages.map(({ id, tag }) => [tag, plainPath(name, id)])),
    html: `<!doctype html>\n${renderToStaticMarkup(document)}\n`,
  };
}
