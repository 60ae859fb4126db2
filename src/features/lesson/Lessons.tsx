import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePageHead } from "../../components/page-head";
import { lessons } from "../../lessons/index";
import { LessonList } from "../../lessons/LessonList";

/** The list of the lessons, with how far the learner has come. */
export function Lessons() {
  const { t } = useTranslation("lessons");
  usePageHead(t("page.title"), t("page.lead", { count: lessons.length }));
  return (
    <>
      <div className="page-head">
        <h1>{t("page.title")}</h1>
        <p>{t("page.lead", { count: lessons.length })}</p>
        <p className="soft">
          {t("page.survey")} <Link href="/glossary">{t("page.glossary")}</Link>
        </p>
      </div>
      <LessonList heading="h2" />
    </>
  );
}
