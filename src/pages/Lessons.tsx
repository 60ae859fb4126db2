import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { resources } from "../i18n/i18n";
import { usePageTitle } from "./page-title";
import "./lessons.css";

/** The door to the lessons: says what they will be about, and that they are not here yet. */
export function Lessons() {
  const { t, i18n } = useTranslation();
  usePageTitle(t("lessons.title"));
  const { parts } = resources[i18n.language === "zh" ? "zh" : "en"].app.lessons;
  return (
    <>
      <div className="page-head">
        <h1>{t("lessons.title")}</h1>
        <p className="lessons-status">{t("lessons.status")}</p>
        <p>{t("lessons.lead")}</p>
        <p>
          <Link className="button button-primary" href="/playground">
            {t("lessons.open")}
          </Link>
        </p>
      </div>
      <div className="lessons-parts">
        {Object.entries(parts).map(([id, part]) => (
          <section key={id}>
            <h2>{part.title}</h2>
            <ul>
              {Object.entries(part.items).map(([subject, text]) => (
                <li key={subject}>{text}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
