import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { useNumbers } from "../../i18n/numbers";
import type { AdviceProps } from "./AdviceCard";
import styles from "./guide.module.css";
import { architectureOf } from "./project";
import { SourceLink } from "./SourceLink";
import { type Setting, tuningOf } from "./tuning";

/** Hyper-parameters to start from, each with who used it. */
export function SettingsCard({ advice, project }: Omit<AdviceProps, "room">) {
  const { t } = useTranslation("guide");
  const { count } = useNumbers();
  const { settings } = tuningOf(advice.take, project, architectureOf(project));
  const textOf = ({ name, value }: Setting): string =>
    typeof value === "string"
      ? t(`settings.${value}`)
      : name === "learningRate"
        ? String(value)
        : count(value);
  return (
    <Card title={t("settings.title")}>
      {settings.length === 0 ? (
        <p className="soft">{t("settings.none")}</p>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                {(["setting", "value", "source"] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`settings.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {settings.map((setting) => (
                <tr key={setting.name}>
                  <th scope="row">{t(`settings.names.${setting.name}`)}</th>
                  <td>{textOf(setting)}</td>
                  <td>
                    {setting.source ? (
                      <SourceLink {...setting.source} />
                    ) : (
                      <span className="soft small">{t("settings.thumb")}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={`soft small ${styles.note}`}>{t("settings.note")}</p>
        </>
      )}
    </Card>
  );
}
