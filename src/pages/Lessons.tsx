import { useTranslation } from "react-i18next";
import { lessons } from "../lessons/index";
import { LessonList } from "./lesson/LessonList";
import { usePageTitle } from "./page-title";

/** The list of the lessons, with how far the learner has come. */
export function Lessons() {
  const { t } = useTranslation("lessons");
  usePageTitle(t("page.title"));
  return (
    <>
      <div className="page-head">
        <h1>{t("page.title")}</h1>
        <p>{t("page.lead", { count: lessons.length })}</p>
      </div>
      <LessonList />
    </>
  );
}
