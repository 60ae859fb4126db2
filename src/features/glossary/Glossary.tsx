import { useTranslation } from "react-i18next";
import { usePageHead } from "../../components/page-head";
import { languageTag } from "../../i18n/languages";
import { useLanguage } from "../../i18n/use-language";
import styles from "./glossary.module.css";
import { glossaryGroups } from "./glossary-groups";

const groups = Object.keys(glossaryGroups) as readonly (keyof typeof glossaryGroups)[];

/** Every term of the lessons in a sentence, with its name in the other language. */
export function Glossary() {
  const { t } = useTranslation("glossary");
  const other = languageTag(useLanguage() === "en" ? "zh" : "en");
  usePageHead(t("page.title"), t("page.lead"));
  return (
    <>
      <div className="page-head">
        <h1>{t("page.title")}</h1>
        <p>{t("page.lead")}</p>
      </div>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`terms-${group}`} className={styles.group}>
          <h2 id={`terms-${group}`}>{t(`groups.${group}`)}</h2>
          <dl className={styles.terms}>
            {glossaryGroups[group].map((term) => (
              <div key={term}>
                <dt>
                  {t(`terms.${term}.name`)}{" "}
                  {t(`terms.${term}.also`) !== t(`terms.${term}.name`) && (
                    <small lang={other}>{t(`terms.${term}.also`)}</small>
                  )}
                </dt>
                <dd>{t(`terms.${term}.text`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
