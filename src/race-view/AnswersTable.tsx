import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Answers.module.css";
import { LaneHeads } from "./LaneHeads";
import type { LaneStyle } from "./use-lane-styles";

export interface AnswersTableProps {
  /** Names the region, which scrolls where the lanes need more room than there is. */
  readonly label: string;
  /** Heads the questions where "question" says too little. */
  readonly question?: string;
  readonly lanes: readonly LaneStyle[];
  /** wide: columns of equal width, sentences over two lines; compact: each as wide as what is in it. */
  readonly layout: "wide" | "sentences" | "compact";
  /** A row of the head, beneath the names. */
  readonly switches?: ReactNode;
  /** The rows. */
  readonly children: ReactNode;
}

/** Questions with the right answer, that of the base, and that of every lane. */
export function AnswersTable({ label, question, lanes, layout, switches, children }: AnswersTableProps) {
  return (
    // What scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={label} className={styles.scroll} tabIndex={0}>
      <table className={layout === "compact" ? styles.compact : `${styles.wide} ${styles[layout]}`}>
        <colgroup>
          <col className={styles.question} />
          <col className={styles.right} />
        </colgroup>
        <Head lanes={lanes} question={question}>
          {switches}
        </Head>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

interface HeadProps {
  readonly question: string | undefined;
  readonly lanes: readonly LaneStyle[];
  readonly children: ReactNode;
}

const Head = memo(function Head({ question, lanes, children }: HeadProps) {
  const { t } = useTranslation("playground");
  return (
    <thead>
      <tr>
        <th scope="col">{question ?? t("answers.question")}</th>
        <th scope="col">{t("answers.right")}</th>
        <th scope="col">{t("answers.base")}</th>
        <LaneHeads lanes={lanes} />
      </tr>
      {children}
    </thead>
  );
});
