import { useTranslation } from "react-i18next";
import { Picker } from "../../components/Picker";
import type { Question, Step } from "../../tasks/reader/arithmetic";
import { digits, letters, operators } from "../../tasks/reader/vocabulary";
import styles from "./lab-question.module.css";

export interface QuestionStepsProps {
  readonly question: Question;
  readonly onChange: (question: Question) => void;
}

const items = (tokens: readonly string[]) => tokens.map((id) => ({ id, label: id }));

/** A question, each digit and each operation to be chosen. */
export function QuestionSteps({ question, onChange }: QuestionStepsProps) {
  const { t } = useTranslation("lab");
  const { order, start, steps } = question;
  const change = (place: number, step: Partial<Step>): void =>
    onChange({
      ...question,
      steps: steps.map((former, i) => (i === place ? { ...former, ...step } : former)),
    });
  return (
    <ol className={styles.steps}>
      {order === "chain" && (
        <li>
          <Picker
            items={items(digits)}
            label={t("questions.start")}
            value={digits[start]!}
            onChange={(digit) => onChange({ ...question, start: Number(digit) })}
          />
        </li>
      )}
      {steps.map(({ operator, digit }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
        <li key={i}>
          <i>{letters[i]}</i>
          {order === "chain" && (
            <Picker
              items={operators.map((id) => ({ id, label: id === "*" ? "×" : id === "-" ? "−" : "+" }))}
              label={t("questions.operator", { letter: letters[i] })}
              value={operator}
              onChange={(chosen) => change(i, { operator: chosen })}
            />
          )}
          <Picker
            items={items(digits)}
            label={t("questions.digit", { letter: letters[i] })}
            value={digits[digit]!}
            onChange={(chosen) => change(i, { digit: Number(chosen) })}
          />
        </li>
      ))}
    </ol>
  );
}
