import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import type { PublishedCounts } from "../../counting/published";
import { useFigures } from "./use-figures";

/** Published numbers that do not follow from the model and method they name, and why. */
export function WrongTable({ published }: { readonly published: PublishedCounts | "missing" | null }) {
  const { t } = useTranslation("realModels");
  const { figure } = useFigures();
  const wrong = published && published !== "missing" ? published.wrong : [];
  const columns = ["what", "printed", "correct", "why"] as const;
  return (
    <Card className="real-wrong" title={t("wrong.title")}>
      <p className="real-wrong-lead">{t("wrong.lead")}</p>
      {wrong.length === 0 ? (
        <p className="soft">{t("published.missing")}</p>
      ) : (
        <table className="real-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`wrong.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {wrong.map(({ id, published: printed, correct, reason, source }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td data-label={t("wrong.columns.printed")}>
                  <span className="real-struck">{figure(printed)}</span>
                </td>
                <td data-label={t("wrong.columns.correct")}>{figure(correct)}</td>
                <td data-label={t("wrong.columns.why")}>
                  {t(`wrong.reasons.${reason}`)} <span className="soft small real-source">{source}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
