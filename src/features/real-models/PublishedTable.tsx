import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { findCountingMethod } from "../../counting/methods/index";
import { type Counted, ourLine, ourNumber, type PublishedCounts } from "../../counting/published";
import { useNumbers } from "../../i18n/numbers";
import { offered } from "./offered";
import styles from "./real-models.module.css";
import { useCountedWords } from "./use-counted-words";
import { useFigures } from "./use-figures";

export interface PublishedTableProps {
  readonly model: string;
  /** Whether the model is the user's own: nothing was published about that. */
  readonly isOwn: boolean;
  /** Methods whose figures are shown at once; the others come when asked for. */
  readonly chosen: readonly string[];
  readonly published: PublishedCounts | "missing" | null;
  /** Sets the page to a published count. */
  readonly onTake: (counted: Counted) => void;
}

/** Every figure that others published about the model, with ours beside it. */
export function PublishedTable({ model, isOwn, chosen, published, onTake }: PublishedTableProps) {
  const { t } = useTranslation("realModels");
  const { count } = useNumbers();
  const { figure, share } = useFigures();
  const [showsAll, setShowsAll] = useState(false);
  const say = useCountedWords();
  const all = useMemo(
    () => (published && published !== "missing" && !isOwn ? rowsFor(model, published) : []),
    [model, isOwn, published],
  );
  const ofChosen = all.filter(({ counted }) => chosen.includes(counted.method));
  const rows = showsAll ? all : ofChosen;
  const columns = ["what", "published", "ours", "source"] as const;
  return (
    <Card
      className={styles.published}
      title={t("published.title", { model })}
      aside={
        ofChosen.length < all.length && (
          <Button variant="quiet" onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? t("published.fewer") : t("published.all", { total: all.length })}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="soft">
          {t(
            isOwn
              ? "published.own"
              : published === "missing"
                ? "published.missing"
                : all.length > 0
                  ? "published.noneChosen"
                  : "published.none",
          )}
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`published.columns.${column}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t("published.columns.take")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, counted, field, printed, ours, source }) => (
              <tr key={`${id} ${field}`}>
                <th scope="row">
                  {say(counted)} <span className="soft small">{t(`published.fields.${field}`)}</span>
                </th>
                <td data-label={t("published.columns.published")}>{figure(printed)}</td>
                <td data-label={t("published.columns.ours")}>{ours < 1 ? share(ours) : count(ours)}</td>
                <td className={`soft small ${styles.source}`} data-label={t("published.columns.source")}>
                  {source}
                </td>
                <td>
                  {Object.hasOwn(offered, counted.method) && (
                    <Button
                      label={t("published.takeThis", { what: say(counted) })}
                      onPress={() => onTake(counted)}
                    >
                      {t("published.take")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function rowsFor(model: string, { counts, printedLines }: PublishedCounts) {
  const fromCounts = counts
    .filter((entry) => entry.model === model)
    .map((entry) => ({
      id: entry.id,
      counted: counted(entry),
      field: entry.field,
      printed: entry.published,
      ours: ourNumber(entry),
      source: entry.source,
    }));
  const fromLines = printedLines
    .filter((line) => line.model === model)
    .flatMap((line) => {
      const { trainable, all } = ourLine(line);
      const common = { id: line.id, counted: counted(line), source: line.source };
      const first = { ...common, field: "trainable" as const, printed: line.trainable, ours: trainable };
      return line.all === null
        ? [first]
        : [first, { ...common, field: "all" as const, printed: line.all, ours: all }];
    });
  return [...fromCounts, ...fromLines];
}

/** What was counted, under the ids of the page. */
function counted({ model, method, options }: Counted): Counted {
  return { model, method: findCountingMethod(method)?.id ?? method, options };
}
