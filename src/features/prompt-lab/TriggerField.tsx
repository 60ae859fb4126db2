import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { signs } from "./asked-prompt";
import styles from "./lab-variants.module.css";
import { PhrasePicker } from "./PhrasePicker";
import { signNames } from "./sign-names";
import { readTrigger, writeTrigger } from "./trigger";

export interface TriggerFieldProps {
  readonly trigger: string | null;
  readonly onTrigger: (trigger: string | null) => void;
}

/** What a variant writes after its question: a phrase, then the sign that asks for the answer or for steps. */
export function TriggerField({ trigger, onTrigger }: TriggerFieldProps) {
  const { t } = useTranslation("lab");
  const read = readTrigger(trigger);
  if (!read)
    return (
      <p className={styles.trigger}>
        {t("phrase.other", { trigger })}{" "}
        <Button variant="quiet" onPress={() => onTrigger(null)}>
          {t("phrase.drop")}
        </Button>
      </p>
    );
  return (
    <>
      <PhrasePicker
        phrase={read.phrase}
        onChange={(phrase) => onTrigger(writeTrigger({ ...read, phrase }))}
      />
      <div>
        <p aria-hidden className="field-label">
          {t("signs.title")}
        </p>
        <Segmented
          items={signs.map((id) => ({ id, label: t(`signs.${signNames[id]}`) }))}
          label={t("signs.title")}
          value={read.sign}
          onChange={(sign) => onTrigger(writeTrigger({ ...read, sign }))}
        />
      </div>
    </>
  );
}
