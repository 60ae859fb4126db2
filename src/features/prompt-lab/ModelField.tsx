import { useTranslation } from "react-i18next";
import { allBases, type BaseId } from "../../bases/index";
import { Picker, type PickerItem } from "../../components/Picker";
import { useWords } from "../../i18n/words";
import { usePrompt } from "../../prompt-view/use-prompt";
import type { ModelRef } from "../../training/race-spec";
import { SnapshotSlider } from "./SnapshotSlider";
import { nearestSnapshot } from "./snapshots";

const readers = allBases.filter(({ family }) => family === "reader");
const shared = "shared";

export interface ModelFieldProps {
  /** undefined: the base and snapshot that are set for the whole lab. */
  readonly model: ModelRef | undefined;
  readonly onChange: (model: ModelRef | undefined) => void;
}

/** Whom a variant asks: the lab's model, or a base and snapshot of the variant's own, so that models can be compared. */
export function ModelField({ model, onChange }: ModelFieldProps) {
  const { t } = useTranslation("lab");
  const words = useWords();
  const from = usePrompt(({ draft }) => draft.from);
  const items: readonly PickerItem<BaseId | typeof shared>[] = [
    { id: shared, label: t("options.model.shared") },
    ...readers.map(({ id }) => ({ id, label: words.base(id).name })),
  ];
  return (
    <>
      <Picker
        items={items}
        label={t("options.model.label")}
        value={model?.base ?? shared}
        variant="field"
        onChange={(id) =>
          onChange(id === shared ? undefined : { base: id, from: nearestSnapshot(id, model?.from ?? from) })
        }
      />
      {model && (
        <SnapshotSlider
          base={model.base}
          from={model.from}
          onChange={(changed) => onChange({ ...model, from: changed })}
        />
      )}
    </>
  );
}
