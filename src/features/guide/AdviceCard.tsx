import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Card } from "../../components/Card";
import { methodAppearance } from "../../components/method-appearance";
import { reasonSources } from "./citations";
import styles from "./guide.module.css";
import type { Project } from "./project";
import { architectureOf } from "./project";
import type { Advice, Situation } from "./rules";
import { SourceLink } from "./SourceLink";
import { formatIn } from "./situation";
import { tuningOf } from "./tuning";
import { useChoiceName } from "./use-choice-name";
import { useReasonValues } from "./use-reason-values";

export interface AdviceProps {
  readonly advice: Advice;
  readonly project: Project;
  readonly room: Situation["room"];
}

/** The recommendation with its reasons, and when to take another. */
export function AdviceCard({ advice, project, room }: AdviceProps) {
  const { t } = useTranslation("guide");
  const nameOf = useChoiceName();
  const values = useReasonValues(project);
  const { take, reasons, others } = advice;
  const { method } = tuningOf(take, project, architectureOf(project));
  const isTrained = method !== null;
  const color = isTrained ? methodAppearance(method).color : "var(--ink)";
  return (
    <Card title={t("advice.title")}>
      <div aria-live="polite">
        <p className={styles.take} style={{ "--lane": color } as CSSProperties}>
          <span>
            {isTrained
              ? t("advice.heading", {
                  choice: nameOf(take),
                  format: t(`formats.${take === "full" ? "full" : formatIn[room]}`),
                })
              : nameOf(take)}
          </span>
        </p>
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>
              {t(`reasons.${reason}`, { ...values })}{" "}
              {reasonSources[reason].map((source) => (
                <SourceLink key={source.paper} {...source} />
              ))}
            </li>
          ))}
        </ul>
      </div>
      {method !== null && (
        <p className={styles.learn}>
          <Link href={`/methods/${method}`}>{t("advice.learn")}</Link>
        </p>
      )}
      <h3>{t(others.length > 1 ? "advice.others" : "advice.otherOne")}</h3>
      <dl className={styles.others}>
        {others.map((choice) => (
          <div key={choice}>
            <dt>{nameOf(choice)}</dt>
            <dd>{t(`others.${choice}`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
