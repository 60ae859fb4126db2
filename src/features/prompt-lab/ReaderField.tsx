import { useTranslation } from "react-i18next";
import { Picker } from "../../components/Picker";
import { otherModels } from "../../experiments/prompt/asked-model";
import { useWords } from "../../i18n/words";
import { usePrompt } from "../../prompt-view/use-prompt";
import { weightsText } from "../../prompt-view/weights-text";
import { type ModelRef, modelKey } from "../../training/race-spec";

export interface ReaderFieldProps {
  /** null: the model set for the whole lab. */
  readonly model: ModelRef | null;
  readonly onModel: (model: ModelRef | null) => void;
}

/** Which model reads the composed prompt; shown where variants ask models of their own. */
export function ReaderField({ model, onModel }: ReaderFieldProps) {
  const { t } = useTranslation(["lab", "prompt"]);
  const { t: promptWords } = useTranslation("prompt");
  const words = useWords();
  const draft = usePrompt((prompt) => prompt.draft);
  const others = otherModels(draft);
  if (others.length === 0) return null;
  return (
    <Picker
      items={[draft, ...others].map((one) => ({
        id: modelKey(one),
        label: t("lab:compose.model", {
          base: words.base(one.base).name,
          weights: weightsText(one.from, promptWords),
        }),
      }))}
      label={t("lab:compose.reader")}
      value={modelKey(model ?? draft)}
      variant="field"
      onChange={(key) => onModel(others.find((one) => modelKey(one) === key) ?? null)}
    />
  );
}
