import { Eye } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../components/IconButton";
import { Picker, type PickerItem } from "../components/Picker";
import { digits } from "../tasks/reader/vocabulary";
import type { WrittenStep } from "./chain-text";
import styles from "./StepRows.module.css";

export interface StepRowsProps {
  readonly steps: readonly WrittenStep[];
  /** The right value of each step, by its letter. */
  readonly right: ReadonlyMap<string, string>;
  /** What each step comes to if the one before it is taken as it is written. */
  readonly following: ReadonlyMap<string, string>;
  /** The tokens that are there because the learner changed the last of them. */
  readonly given: readonly string[];
  readonly onWrite: (step: WrittenStep, value: string) => void;
  /** Shows what was read when this step was written. */
  readonly onLook: (step: WrittenStep) => void;
}

const values = digits.map((digit): PickerItem<string> => ({ id: digit, label: digit }));

/** The steps that were written, each with a value that can be overwritten. */
export function StepRows({ steps, right, following, given, onWrite, onLook }: StepRowsProps) {
  const { t } = useTranslation("prompt");
  return (
    <ol aria-label={t("bench.steps.list")} className={styles.steps}>
      {steps.map((step) => {
        const { letter, value, at } = step;
        const isRight = right.get(letter) === value;
        const follows = following.get(letter) === value;
        const isMine = at === given.length - 1;
        return (
          <li key={letter} className={isMine ? styles.mine : ""}>
            <b>{letter}</b>
            <Picker
              items={values}
              label={t("bench.steps.value", { letter })}
              value={value}
              onChange={(digit) => digit !== value && onWrite(step, digit)}
            />
            <small className={isRight ? "right-answer" : follows ? "" : "wrong-answer"}>
              {isMine
                ? t("bench.steps.mine")
                : isRight
                  ? `✓ ${t("examples.right")}`
                  : follows
                    ? t("bench.steps.follows")
                    : `✕ ${t("bench.steps.wrong", { value: right.get(letter) })}`}
            </small>
            <IconButton label={t("bench.steps.look", { letter })} onPress={() => onLook(step)}>
              <Eye aria-hidden size={16} />
            </IconButton>
          </li>
        );
      })}
    </ol>
  );
}
