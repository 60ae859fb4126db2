import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useFeatureName } from "./use-feature-name";
import styles from "./WeightBars.module.css";

/** Words of each side that are shown. */
const shown = 8;
/** Smaller weights say nothing that one could see. */
const least = 0.05;

/** The largest weights of a reward model, what it likes and what it does not, each a word with a bar. */
export function WeightBars({ weights }: { readonly weights: Readonly<Record<string, number>> }) {
  const { t } = useTranslation("preferences");
  const ordered = Object.entries(weights)
    .filter(([, weight]) => Math.abs(weight) >= least)
    .sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...ordered.map(([, weight]) => Math.abs(weight)));
  const liked = ordered.filter(([, weight]) => weight > 0).slice(0, shown);
  const disliked = ordered
    .filter(([, weight]) => weight < 0)
    .reverse()
    .slice(0, shown);
  return (
    <div className={styles.sides}>
      <Side most={most} title={t("reward.liked")} weights={liked} />
      <Side most={most} title={t("reward.disliked")} weights={disliked} />
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly weights: readonly (readonly [string, number])[];
  readonly most: number;
}

function Side({ title, weights, most }: SideProps) {
  const nameOf = useFeatureName();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.weights}>
        {weights.map(([feature, weight]) => (
          <li
            key={feature}
            className={weight > 0 ? styles.liked : styles.disliked}
            style={{ "--share": Math.abs(weight) / most } as CSSProperties}
          >
            <span className={styles.word}>{nameOf(feature)}</span>
            <span className={styles.value}>{signed(weight)}</span>
            <span aria-hidden className={styles.bar} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function signed(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`;
}
