import { useTranslation } from "react-i18next";
import { lessons } from "../lessons/index";
import { PlainDocument } from "./PlainDocument";
import { PlainLink } from "./PlainLink";

/** The list of lessons. */
export function PlainLessonsDocument({ site }: { readonly site: string | null }) {
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
