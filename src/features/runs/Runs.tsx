import { Download, Undo2 } from "lucide-react";
import type { DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { FileButton } from "../../components/FileButton";
import { mostRuns, useKeptRuns } from "../../state/kept-runs";
import { RunRow } from "./RunRow";
import styles from "./runs.module.css";
import { useRuns } from "./use-runs";

/** The last races of this browser: draw one over the chart, set it up again, take it along as a file or a table. */
export function Runs() {
  const { t } = useTranslation("runs");
  const runs = useKeptRuns((kept) => kept.runs) ?? [];
  const overlaid = useKeptRuns((kept) => kept.overlaid);
  const removed = useKeptRuns((kept) => kept.removed);
  const actions = useRuns();
  const { said } = actions;
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void actions.take(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen with a button
    <div className={styles.room} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Card title={t("title")}>
        <p className="soft small">{t("about", { most: mostRuns })}</p>
        {runs.length === 0 ? (
          <p className={styles.none}>{t("none")}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section className={styles.scroll} aria-label={t("title")} tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {(["when", "race", "lanes", "length", "actions"] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`columns.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => (
                  <RunRow key={run.id} actions={actions} isOverlaid={overlaid?.id === run.id} run={run} />
                ))}
              </tbody>
            </table>
          </section>
        )}
        <div className={styles.foot}>
          <p className="soft small" role="status">
            {said && t(`said.${said}`)}
          </p>
          {removed && (
            <Button icon={<Undo2 aria-hidden size={16} />} onPress={() => void useKeptRuns.getState().undo()}>
              {t("undo")}
            </Button>
          )}
          <FileButton accept=".json" label={t("open")} onChoose={(file) => void actions.take(file)} />
          <Button
            icon={<Download aria-hidden size={16} />}
            isDisabled={runs.length === 0}
            onPress={() => actions.saveTable(runs)}
          >
            {t("csv")}
          </Button>
        </div>
      </Card>
    </div>
  );
}
