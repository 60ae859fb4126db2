import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import { useWords } from "../i18n/words";
import type { Answer } from "../worker/api";
import styles from "./Answers.module.css";
import { useLaneStyles } from "./use-lane-styles";
import { useRace } from "./use-race";

/** The answers to the learner's own question, each with how sure it is. */
export function OwnAnswers() {
  const { t } = useTranslation("playground");
  const laneStyles = useLaneStyles();
  const question = useRace((race) => race.question);
  const adaptersOff = useRace((race) => race.adaptersOff);
  const of = (lane: number): Answer | undefined => question.answers.find((answer) => answer.lane === lane);
  return (
    <tr className={styles.own}>
      <th scope="row">
        <span className={styles.input}>{question.input === "" ? t("answers.yours") : question.input}</span>
      </th>
      <td />
      <OwnCell answer={of(-1)} />
      {laneStyles.map(({ key }, lane) => (
        <OwnCell key={key} answer={of(adaptersOff.includes(lane) ? -1 : lane)} />
      ))}
    </tr>
  );
}

function OwnCell({ answer }: { readonly answer: Answer | undefined }) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const words = useWords();
  const task = useRace((race) => race.draft.task);
  // A stopped lane answers, but its numbers are none.
  if (!answer || !Number.isFinite(answer.confidence)) return <td className={styles.none}>–</td>;
  const text = words.answer(task, answer.text);
  return (
    <td title={text}>
      {text === "" ? "∅" : text}
      <small title={t("answers.confidence")}>{numbers.score(answer.confidence)}</small>
    </td>
  );
}
