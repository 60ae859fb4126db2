import { useTranslation } from "react-i18next";
import { Picker } from "../../components/Picker";
import { QuestionInput } from "../../race-view/QuestionInput";
import { useRace } from "../../race-view/use-race";
import styles from "./inspect.module.css";

/** What is to be answered: typed, or one of the held-out questions. */
export function WriteInput({
  input,
  onInput,
}: {
  readonly input: string;
  readonly onInput: (input: string) => void;
}) {
  const { t } = useTranslation("inspect");
  const examples = useRace((race) => race.info?.base.examples);
  const items = (examples ?? []).map((example) => ({ id: example.input, label: example.input }));
  return (
    <div className={styles.writeInput}>
      <label className="field-label" htmlFor="write-input">
        {t("write.input")}
      </label>
      <QuestionInput id="write-input" value={input} onChange={onInput} />
      <Picker
        display={t("write.pick")}
        isDisabled={items.length === 0}
        items={items}
        label={t("write.heldOut")}
        value={input}
        onChange={onInput}
      />
    </div>
  );
}
