import { useTranslation } from "react-i18next";
import styles from "./QuestionStripes.module.css";

export interface QuestionStripesProps {
  /** The score of each question that was answered, 0 to 1. */
  readonly scores: readonly number[];
  /** How many will be asked: the width of the picture. */
  readonly questions: number;
}

const height = 10;
/** A wrong answer, or one that is right in part, is as much shorter. */
const shortest = 4;
/** Share of its column that a stripe fills: the gap shows where one question ends. */
const filled = 0.8;
const right = 0.999;

/** One stripe for each question, in their order: right answers tall, wrong ones short and of another colour. */
export function QuestionStripes({ scores, questions }: QuestionStripesProps) {
  const { t } = useTranslation("prompt");
  const rightOnes = scores.filter((score) => score >= right).length;
  const path = (isRight: boolean): string =>
    scores
      .map((score, i) => {
        if (score >= right !== isRight) return "";
        const tall = shortest + (height - shortest) * score;
        return `M${i} ${height}v${-tall}h${filled}v${tall}z`;
      })
      .join("");
  return (
    <svg
      aria-label={t("scores.stripes", { right: rightOnes, wrong: scores.length - rightOnes })}
      className={styles.stripes}
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${Math.max(questions, scores.length, 1)} ${height}`}
    >
      <path className={styles.right} d={path(true)} />
      <path className={styles.wrong} d={path(false)} />
    </svg>
  );
}
