import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import { QuestionStripes } from "./QuestionStripes";
import { type ScoredVariant, shareOf, wholeRight } from "./scored-variant";
import styles from "./VariantScores.module.css";

export interface ScoreRowProps {
  readonly variant: ScoredVariant;
  readonly questions: number;
  readonly chance: number;
}

const percent = (share: number): string => `${100 * share}%`;
const span = (low: number, high: number): CSSProperties => ({
  left: percent(low),
  width: percent(high - low),
});

/** One variant: its name, the bar with recorded band, whisker and chance line, a stripe a question, and the share. */
export function ScoreRow({ variant, questions, chance }: ScoreRowProps) {
  const { t } = useTranslation("prompt");
  const numbers = useNumbers();
  const { name, detail, score, recorded } = variant;
  const share = shareOf(score);
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {name}
        {detail !== undefined && <code title={detail}>{detail}</code>}
      </span>
      <span className={styles.picture}>
        <span aria-hidden className={styles.track} style={{ "--chance": percent(chance) } as CSSProperties}>
          {recorded && <i className={styles.band} style={span(recorded.low, recorded.high)} />}
          {recorded && <i className={styles.mean} style={{ left: percent(recorded.share) }} />}
          {share && <i className={styles.fill} style={{ width: percent(share.share) }} />}
          {share && <i className={styles.whisker} style={span(share.low, share.high)} />}
        </span>
        <QuestionStripes questions={questions} scores={score?.scores ?? []} />
      </span>
      <span className={styles.value}>
        <b>{share ? numbers.score(share.share) : "?"}</b>
        <small>
          {share && score
            ? t("scores.soFar", { right: wholeRight(score), of: score.of })
            : t("scores.waiting")}
        </small>
      </span>
    </li>
  );
}
