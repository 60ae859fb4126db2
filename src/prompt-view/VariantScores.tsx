import { useTranslation } from "react-i18next";
import { TableTwin } from "../charts/TableTwin";
import { VisuallyHidden } from "../components/VisuallyHidden";
import { useNumbers } from "../i18n/numbers";
import { useThrottled } from "../race-view/use-throttled";
import { ScoreRow } from "./ScoreRow";
import { type ScoredVariant, type Share, shareOf, wholeRight } from "./scored-variant";
import styles from "./VariantScores.module.css";

const speakMs = 10_000;

export interface VariantScoresProps {
  readonly variants: readonly ScoredVariant[];
  /** Questions that every variant is asked. */
  readonly questions: number;
  /** Share right of guessing. */
  readonly chance: number;
  /** Says what the bars hold. */
  readonly caption: string;
  /** Answers are coming in: they are read out now and then. */
  readonly isRunning: boolean;
}

/** Share of questions answered right under each variant, growing as answers come: bars, a stripe a question, a table, a spoken summary. */
export function VariantScores({ variants, questions, chance, caption, isRunning }: VariantScoresProps) {
  const { t } = useTranslation("prompt");
  const numbers = useNumbers();
  const hasRecorded = variants.some(({ recorded }) => recorded);
  const spoken = useThrottled(useSpoken(variants), speakMs, isRunning);
  const write = (share: Share | null): string => (share ? numbers.score(share.share) : "–");
  const band = (share: Share | null): string =>
    share ? `${numbers.score(share.low)} – ${numbers.score(share.high)}` : "–";
  return (
    <div className={styles.scores}>
      <ul aria-label={caption}>
        {variants.map((variant) => (
          <ScoreRow key={variant.key} chance={chance} questions={questions} variant={variant} />
        ))}
      </ul>
      <p className={`${styles.keys} soft`}>
        <span className={styles.live}>{t("scores.keyLive")}</span>
        {hasRecorded && <span className={styles.recorded}>{t("scores.keyRecorded")}</span>}
        <span className={styles.chance}>{t("scores.keyChance", { chance: numbers.score(chance) })}</span>
        <span>{t("scores.keyStripes")}</span>
      </p>
      <TableTwin
        caption={caption}
        columns={[
          t("examples.variant"),
          t("scores.live"),
          t("scores.liveBand"),
          t("scores.asked"),
          ...(hasRecorded ? [t("scores.recorded")] : []),
        ]}
        rows={variants.map(({ name, score, recorded = null }) => {
          const share = shareOf(score);
          return [name, write(share), band(share), score?.of ?? 0, ...(hasRecorded ? [write(recorded)] : [])];
        })}
      />
      <VisuallyHidden as="div">
        <p aria-live="polite">{spoken}</p>
      </VisuallyHidden>
    </div>
  );
}

/** "none: 52 of 100 right. gold: 100 of 100 right." */
function useSpoken(variants: readonly ScoredVariant[]): string {
  const { t } = useTranslation("prompt");
  return variants
    .flatMap(({ name, score }) =>
      score && score.of > 0 ? [t("scores.spoken", { name, right: wholeRight(score), of: score.of })] : [],
    )
    .join(" ");
}
