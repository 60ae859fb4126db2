import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RawOptions } from "../counting/options";
import { usePageHead } from "./page-head";
import { Choices } from "./real-models/Choices";
import { CountTable } from "./real-models/CountTable";
import { architectureOf, countSelection } from "./real-models/counted-method";
import { MemoryBars } from "./real-models/MemoryBars";
import { offered } from "./real-models/offered";
import { PublishedTable } from "./real-models/PublishedTable";
import { TakeAlong } from "./real-models/TakeAlong";
import { usePublished } from "./real-models/use-published";
import { useSelection } from "./real-models/use-selection";
import { WrongList } from "./real-models/WrongList";
import "./real-models.css";

/** What the methods come to on models that people use: counts, files and memory, beside what others published. */
export function RealModels() {
  const { t } = useTranslation("realModels");
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
      </div>
      <div className="real">
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
        <TakeAlong selection={selection} />
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
