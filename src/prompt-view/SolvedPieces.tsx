import { useTranslation } from "react-i18next";
import styles from "./SolvedPieces.module.css";
import { TokenLine } from "./TokenLine";

/** A text that the model continued, and the result read off it; "" where it is none. */
export interface Stage {
  readonly prompt: string;
  readonly written: readonly string[];
  readonly result: string;
}

export interface SolvedPiecesProps {
  readonly stages: readonly Stage[];
  readonly expected: string;
  /** No more is on its way. */
  readonly isDone: boolean;
}

/** One text after the other, with the result that is carried on, and how the last one compares with the right answer. */
export function SolvedPieces({ stages, expected, isDone }: SolvedPiecesProps) {
  const { t } = useTranslation("prompt");
  const last = stages.at(-1);
  const tokens = stages.reduce((sum, { written }) => sum + written.length, 0);
  return (
    <div className={styles.pieces}>
      <ol>
        {stages.map(({ prompt, written, result }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two pieces may be asked alike
          <li key={i}>
            <TokenLine tokens={prompt.split(" ")} /> <TokenLine kind="written" tokens={written} />
            {result !== "" && <b> → {result}</b>}
          </li>
        ))}
      </ol>
      <p aria-live="polite">
        {isDone && last && (
          <span className={last.result === expected ? "right-answer" : "wrong-answer"}>
            {last.result === expected ? "✓ " : "✕ "}
            {t("bench.split.result", { answer: last.result || "∅", expected, count: tokens })}
          </span>
        )}
      </p>
    </div>
  );
}
