import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Card } from "../../components/Card";
import styles from "./guide.module.css";
import { ways } from "./ways";

/** Specialist or generalist: five ways from a prompt to full fine-tuning, each with its lesson. */
export function WaysCard() {
  const { t } = useTranslation(["guide", "lessons"]);
  return (
    <Card title={t("guide:ways.title")}>
      <p>{t("guide:ways.lead")}</p>
      <table className={`${styles.table} ${styles.ways}`}>
        <thead>
          <tr>
            {(["way", "when", "price"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`guide:ways.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ways.map(({ id, lesson }) => (
            <tr key={id}>
              <th scope="row">
                {t(`guide:ways.${id}.name`)}
                <Link className={`small ${styles.wayLesson}`} href={`/lessons/${lesson}`}>
                  {t("guide:ways.lesson", { lesson: t(`lessons:list.${lesson}.title`) })}
                </Link>
              </th>
              <td data-label={t("guide:ways.columns.when")}>{t(`guide:ways.${id}.when`)}</td>
              <td data-label={t("guide:ways.columns.price")}>{t(`guide:ways.${id}.price`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
