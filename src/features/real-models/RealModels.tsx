import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePageHead } from "../../components/page-head";
import type { RawOptions } from "../../counting/options";
import { Choices } from "./Choices";
import { CountTable } from "./CountTable";
import { architectureOf, countSelection } from "./counted-method";
import { Export } from "./Export";
import { MemoryBars } from "./MemoryBars";
import { offered } from "./offered";
import { PublishedTable } from "./PublishedTable";
import styles from "./real-models.module.css";
import { usePublished } from "./use-published";
import { useSelection } from "./use-selection";
import { WrongList } from "./WrongList";

/** What the methods come to on models that people use: counts, files and memory, beside what others published. */
export function RealModels() {
  const { t } = useTranslation("realModels");
  const { t: tApp } = useTranslation();
  usePageHead(t("title"), t("lead"));
  const [selection, choose] = useSelection();
  const published = usePublished();
  const { reports, failed } = useMemo(() => countSelection(selection), [selection]);
  const architecture = architectureOf(selection);
  const setOptions = (method: string, options: RawOptions) =>
    choose({ options: { ...selection.options, [method]: options } });
  return (
    <>
      <div className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
        <p>
          <Link href="/which-method">{tApp("whichMethod")}</Link>
        </p>
      </div>
      <div className={styles.real}>
        <Choices architecture={architecture} selection={selection} onChoose={choose} />
        <CountTable
          architecture={architecture}
          failed={failed}
          published={published}
          reports={reports}
          selection={selection}
          onOptions={setOptions}
        />
        <MemoryBars
          precision={selection.precision}
          reports={reports}
          onPrecision={(precision) => choose({ precision })}
        />
        <Export selection={selection} />
        <PublishedTable
          chosen={selection.methods}
          isOwn={selection.own !== null}
          model={architecture.id}
          published={published}
          onTake={({ method, options }) => {
            const { num_labels, task_type, ...rest } = options;
            const hasHead = num_labels !== undefined || task_type !== undefined;
            choose({
              methods: Object.keys(offered).filter((id) => id === method || selection.methods.includes(id)),
              options: {
                ...selection.options,
                [method]: task_type === undefined ? rest : { ...rest, task_type },
              },
              labels: hasHead ? Number(num_labels ?? 2) : null,
            });
          }}
        />
        <WrongList published={published} />
      </div>
    </>
  );
}
