import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import styles from "./guide.module.css";
import { architectureOf, type Project } from "./project";
import { type Comparison, comparisonsFor } from "./published-quality";
import type { Situation } from "./rules";
import { SourceLink } from "./SourceLink";
import { sortOf } from "./situation";

export interface ExpectCardProps {
  readonly project: Project;
  readonly situation: Situation;
}

/** What others measured on models of this size. */
export function ExpectCard({ project, situation }: ExpectCardProps) {
  const { t } = useTranslation("guide");
  const found = comparisonsFor({
    parameters: situation.parameters,
    sort: sortOf(architectureOf(project)),
    kind: project.kind,
  });
  return (
    <Card title={t("quality.title")}>
      <p>{t(found.length > 0 ? "quality.lead" : "quality.none")}</p>
      <div className={styles.comparisons}>
        {found.map((comparison) => (
          <ComparisonTable key={`${comparison.model} ${comparison.task}`} comparison={comparison} />
        ))}
      </div>
    </Card>
  );
}

function ComparisonTable({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation("guide");
  const words = useWords();
  const { count } = useNumbers();
  const { model, task, rows, source } = comparison;
  const hasCosts = rows.some(({ gibibytes }) => gibibytes !== undefined);
  const columns = hasCosts ? (["score", "memory", "time"] as const) : (["score"] as const);
  return (
    <div>
      <table className={styles.table}>
        <caption>
          {t("quality.caption", { model, task: t(`quality.tasks.${task}`) })} <SourceLink {...source} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("quality.columns.method")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`quality.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ method, setting, score, gibibytes, seconds }) => (
            <tr key={`${method} ${setting ?? ""}`}>
              <th scope="row">
                {words.method(method).name} {setting && <span className="soft small">{setting}</span>}
              </th>
              <td>{score.toFixed(1)}</td>
              {hasCosts && (
                <>
                  <td>{gibibytes && t("quality.gibibytes", { gibibytes })}</td>
                  <td>{seconds && t("quality.seconds", { seconds: count(seconds) })}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
