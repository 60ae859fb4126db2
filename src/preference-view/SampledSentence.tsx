import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { SampledAnswer, SampledToken } from "../training/sampled-answers";
import styles from "./SampledSentence.module.css";

export interface SampledSentenceProps {
  readonly answer: SampledAnswer;
  /** Which token is looked at. */
  readonly pressed?: number | null;
  /** Left out: the tokens cannot be pressed. */
  readonly onPress?: (token: number) => void;
}

/** A change of the log-probability by this much, in nats, has the full colour. */
const full = 2;
/** Smaller changes have none. */
const least = 0.1;

/** A sentence token by token, each coloured by how its probability has changed. */
export function SampledSentence({ answer, pressed = null, onPress }: SampledSentenceProps) {
  const { t } = useTranslation("preferences");
  return (
    <span className={styles.sentence}>
      {answer.tokens.map((token, i) =>
        onPress ? (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
            key={i}
            aria-label={t("samples.token", {
              token: token.text,
              now: percent(token.logProb),
              before: percent(token.before),
            })}
            aria-pressed={pressed === i}
            className={`${styles.token} ${lookOf(token)}`}
            style={{ "--strength": strengthOf(token) } as CSSProperties}
            type="button"
            onClick={() => onPress(i)}
          >
            {token.text}
          </button>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
          <span key={i} className={styles.token}>
            {token.text}
          </span>
        ),
      )}
      {!answer.hasEnded && <span className="soft small">{t("samples.cut")}</span>}
    </span>
  );
}

function strengthOf({ logProb, before }: SampledToken): number {
  return Math.min(1, Math.abs(logProb - before) / full);
}

function lookOf({ logProb, before }: SampledToken): string {
  const change = logProb - before;
  if (Math.abs(change) < least) return "";
  return (change > 0 ? styles.up : styles.down) ?? "";
}

function percent(logProb: number): string {
  const share = 100 * Math.exp(logProb);
  if (share < 0.1) return "<0.1%";
  return `${share < 1 ? share.toFixed(1) : Math.round(share)}%`;
}
