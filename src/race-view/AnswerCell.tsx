import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import styles from "./Answers.module.css";

const right = 0.999;

/** One answer; right and wrong are told by mark, line and colour. */
export const AnswerCell = memo(function AnswerCell({
  answer,
  score,
}: {
  readonly answer: string | undefined;
  readonly score: number | undefined;
}) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  if (answer === undefined || score === undefined || Number.isNaN(score))
    return <td className={styles.none}>–</td>;
  const isRight = score >= right;
  return (
    <td title={answer}>
      <span aria-hidden className={`${styles.mark} ${isRight ? "right-answer" : styles.wrongMark}`}>
        {isRight ? "✓" : "✕"}
      </span>
      <span className={isRight ? "right-answer" : "wrong-answer"}>{answer === "" ? "∅" : answer}</span>
      <span className="visually-hidden"> {t(isRight ? "answers.isRight" : "answers.isWrong")}</span>
      {!isRight && score > 0 && <small className={styles.score}>{numbers.score(score)}</small>}
    </td>
  );
});
