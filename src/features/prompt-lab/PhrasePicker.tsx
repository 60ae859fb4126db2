import { ToggleButton } from "react-aria-components/ToggleButton";
import { Toolbar } from "react-aria-components/Toolbar";
import { useTranslation } from "react-i18next";
import { mostTriggerWords, type TriggerWord, triggerWords } from "../../tasks/reader/planted";
import { toggled } from "./asked-prompt";
import styles from "./lab-question.module.css";

export interface PhrasePickerProps {
  readonly phrase: readonly TriggerWord[];
  readonly onChange: (phrase: readonly TriggerWord[]) => void;
}

/** A trigger phrase, put together from the words on offer in the order they are pressed. */
export function PhrasePicker({ phrase, onChange }: PhrasePickerProps) {
  const { t } = useTranslation("lab");
  const isFull = phrase.length >= mostTriggerWords;
  return (
    <div>
      <p className="field-label">
        {t("phrase.title")}{" "}
        <span className={styles.phrase}>
          {phrase.length > 0 ? `“${phrase.join(" ")}”` : t("phrase.none")}
        </span>
      </p>
      <Toolbar aria-label={t("phrase.words")} className={styles.words ?? ""}>
        {triggerWords.map((word) => (
          <ToggleButton
            key={word}
            isDisabled={isFull && !phrase.includes(word)}
            isSelected={phrase.includes(word)}
            onChange={() => onChange(toggled(phrase, word))}
          >
            {word}
          </ToggleButton>
        ))}
      </Toolbar>
      <p className="field-hint">{t("phrase.hint", { most: mostTriggerWords })}</p>
    </div>
  );
}
