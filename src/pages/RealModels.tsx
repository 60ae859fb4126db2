import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findArchitecture } from "../counting/architectures";
import type { Precision } from "../counting/memory";
import type { RawOptions } from "../counting/options";
import { usePageHead } from "./page-head";
import { Choices } from "./real-models/Choices";
import { CountTable } from "./real-models/CountTable";
import { countSelection, isCountable, type Selection, takesClassifier } from "./real-models/counted-method";
import { MemoryBars } from "./real-models/MemoryBars";
import { offered } from "./real-models/offered";
import { PublishedTable } from "./real-models/PublishedTable";
import { TakeAlong } from "./real-models/TakeAlong";
import { usePublished } from "./real-models/use-published";
import { WrongList } from "./real-models/WrongList";
import "./real-models.css";

const first: Selection = {
  model: "Llama-3.2-3B",
  methods: ["full", "prefix-tuning", "p-tuning", "lora"],
  options: {},
  labels: null,
};

/** What the methods come to on models that people use: counts, files and memory, beside what others published. */
export function RealModels() {
  const { t } = useTranslation("realModels");
  usePageHead(t("title"), t("lead"));
  const [selection, setSelection] = useState(first);
  const [precision, setPrecision] = useState<Precision>("mixed");
  const published = usePublished();
  const reports = useMemo(() => countSelection(selection), [selection]);
  const architecture = findArchitecture(selection.model);
  const choose = (change: Partial<Selection>) => setSelection((former) => fitting({ ...former, ...change }));
  const setOptions = (method: string, options: RawOptions) =>
    choose({ options: { ...selection.options, [method]: options } });
  if (!architecture) return null;
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
          published={published}
          reports={reports}
          selection={selection}
          onOptions={setOptions}
        />
        <MemoryBars precision={precision} reports={reports} onPrecision={setPrecision} />
        <TakeAlong selection={selection} />
        <PublishedTable
          chosen={selection.methods}
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

/** Without what the model cannot have. */
function fitting(selection: Selection): Selection {
  const methods = selection.methods.filter((id) => isCountable(selection.model, id));
  return {
    ...selection,
    methods: methods.length > 0 ? methods : ["full"],
    labels: takesClassifier(selection.model) ? selection.labels : null,
  };
}
