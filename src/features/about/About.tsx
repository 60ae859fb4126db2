import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { bases } from "../../bases/index";
import { usePageHead } from "../../components/page-head";
import { useNumbers } from "../../i18n/numbers";
import { lessonPapers } from "../../lib/lesson-papers";
import { methods } from "../../methods/index";
import { countParameters } from "../../model/parameters";
import styles from "./about.module.css";
import { Corpora } from "./Corpora";
import { Papers } from "./Papers";

const [base] = bases;
const checks = ["torch", "fused", "contract", "counts", "claims", "page"] as const;
const kept = ["settings", "results", "lessons", "choices"] as const;

/** What this is, what it rests on, how it was checked, and what it knows of its readers: nothing. */
export function About() {
  const { t } = useTranslation("about");
  const numbers = useNumbers();
  const count = methods.length;
  usePageHead(t("title"), t("lead", { count }));
  return (
    <>
      <div className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("lead", { count })}</p>
      </div>
      <div className={styles.about}>
        <section>
          <h2>{t("why.title")}</h2>
          <p>{t("why.text", { parameters: numbers.count(base ? countParameters(base.config) : 0) })}</p>
        </section>
        <section>
          <h2>{t("sources.title")}</h2>
          <p>
            <Trans
              components={{ delta: <Away href={lessonPapers.delta.url} /> }}
              i18nKey="sources.survey"
              t={t}
            />
          </p>
          <p>{t("sources.papers")}</p>
          <Papers />
        </section>
        <section>
          <h2>{t("data.title")}</h2>
          <p>{t("data.text")}</p>
          <Corpora />
          <p>
            <Trans
              components={{
                notices: <Away href="./data/DATA-LICENSES.md" />,
                manifest: <Away href="./data/manifest.json" />,
              }}
              i18nKey="data.full"
              t={t}
            />
          </p>
        </section>
        <section>
          <h2>{t("checked.title")}</h2>
          <ul>
            {checks.map((check) => (
              <li key={check}>{t(`checked.${check}`, { count })}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t("privacy.title")}</h2>
          <p>{t("privacy.text")}</p>
          <p>{t("privacy.kept")}</p>
          <ul>
            {kept.map((thing) => (
              <li key={thing}>{t(`privacy.${thing}`)}</li>
            ))}
          </ul>
          <p>{t("privacy.links")}</p>
        </section>
        <section>
          <h2>{t("browsers.title")}</h2>
          <p>{t("browsers.text")}</p>
          <p>{t("browsers.compute")}</p>
        </section>
      </div>
    </>
  );
}

/** A link whose words stand in the sentence around it. */
function Away({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  return <a href={href}>{children}</a>;
}
