import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { countVotes } from "../experiments/prompt/vote";
import styles from "./VotePile.module.css";

export interface VotePileProps {
  readonly answers: readonly string[];
  readonly expected: string;
  /** Most votes there can be: the room that is kept. */
  readonly most: number;
}

/** The votes for each answer, a square each; the right answer is marked. */
export function VotePile({ answers, expected, most }: VotePileProps) {
  const { t } = useTranslation("prompt");
  const counted = countVotes(answers);
  const votes = counted.filter(({ answer }) => answer !== "");
  const [first] = votes;
  const without = counted.find(({ answer }) => answer === "")?.count ?? 0;
  return (
    <div className={styles.pile}>
      <ul aria-label={t("bench.votes.pile")}>
        {votes.map(({ answer, count }) => (
          <li key={answer} className={answer === expected ? styles.right : ""}>
            <b>
              {answer}
              {answer === expected && <span> ✓</span>}
            </b>
            <i aria-hidden style={{ "--votes": count, "--most": most } as CSSProperties} />
            <span>{t("bench.votes.count", { count })}</span>
          </li>
        ))}
      </ul>
      <p aria-live="polite">
        {first
          ? t(first.answer === expected ? "bench.votes.winsRight" : "bench.votes.winsWrong", {
              answer: first.answer,
              votes: first.count,
              all: answers.length,
              expected,
            })
          : t("bench.votes.noneYet", { expected })}
        {without > 0 && ` ${t("bench.votes.without", { count: without })}`}
      </p>
    </div>
  );
}
