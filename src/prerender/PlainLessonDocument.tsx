import { useTranslation } from "react-i18next";
import { PlainLesson, type PlainLessonProps } from "../features/lesson/PlainLesson";
import { lessons } from "../lessons/index";
import { PlainDocument } from "./PlainDocument";
import { PlainLink } from "./PlainLink";

export interface PlainLessonDocumentProps extends PlainLessonProps {
  readonly site: string | null;
}

/** A whole lesson, and the way to the next. */
export function PlainLessonDocument({ lesson, figures, site }: PlainLessonDocumentProps) {
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
