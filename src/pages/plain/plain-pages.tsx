import i18next from "i18next";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { useTranslation } from "react-i18next";
import { parseLessonFigures } from "../../claims/lesson-figures";
import { loadWords, startI18n } from "../../i18n/i18n";
import { type Language, languages } from "../../i18n/languages";
import { useLanguage } from "../../i18n/use-language";
import { lessons } from "../../lessons/index";
import { PlainLesson, type PlainLessonProps } from "../lesson/PlainLesson";
import { PlainDocument, plainPath } from "./PlainDocument";

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
  const loaded = await Promise.all(
    lessons.map(async ({ id, load }) => ({
      lesson: (await load()).lesson,
      figures: parseLessonFigures(figures(id)),
    })),
  );
  const pages: PlainPage[] = [];
  for (const { id: language } of languages) {
    await i18next.changeLanguage(language);
    pages.push(page("lessons", language, <LessonsPage site={site} />));
    for (const props of loaded)
      pages.push(page(props.lesson.id, language, <LessonPage {...props} site={site} />));
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

function LessonsPage({ site }: { readonly site: string | null }) {
  const { t } = useTranslation("lessons");
  return (
    <PlainDocument
      description={t("page.lead", { count: lessons.length })}
      live="/lessons"
      name="lessons"
      site={site}
      title={t("page.title")}
    >
      <ol className="plain-list">
        {lessons.map(({ id }) => (
          <li key={id}>
            <PlainLink id={id}>{t(`list.${id}.title`)}</PlainLink>
            <p className="soft">{t(`list.${id}.question`)}</p>
          </li>
        ))}
      </ol>
    </PlainDocument>
  );
}

function LessonPage({ lesson, figures, site }: PlainLessonProps & { readonly site: string | null }) {
  const { t } = useTranslation("lessons");
  const place = lessons.findIndex(({ id }) => id === lesson.id);
  const entry = lessons[place]!;
  const next = lessons[place + 1];
  return (
    <PlainDocument
      description={t(`list.${entry.id}.question`)}
      live={`/lessons/${lesson.id}`}
      name={lesson.id}
      site={site}
      title={t("page.name", { number: place + 1, title: t(`list.${entry.id}.title`) })}
    >
      <PlainLesson figures={figures} lesson={lesson} />
      {next && (
        <p className="plain-next">
          <PlainLink id={next.id}>{t("page.next", { title: t(`list.${next.id}.title`) })}</PlainLink>
        </p>
      )}
    </PlainDocument>
  );
}

function PlainLink({ id, children }: { readonly id: string; readonly children: string }) {
  const language = useLanguage();
  return <a href={plainPath(id, language).replace("read/", "")}>{children}</a>;
}
