import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import styles from "./inspect.module.css";
import type { WrittenToken } from "./use-writing";

export interface WrittenTextProps {
  readonly input: string;
  readonly written: readonly WrittenToken[];
  readonly isEnded: boolean;
}

/** The text so far: each token in the colour of the lane that wrote it, its chance below. */
export function WrittenText({ input, written, isEnded }: WrittenTextProps) {
  const { t } = useTranslation("inspect");
  const numbers = useNumbers();
  return (
    <div className={styles.written}>
      <span className={styles.writtenInput}>{input} →</span>
      <ol aria-label={t("write.tokens")} className={styles.writtenTokens}>
        {written.map(({ text, chance, writer }, i) => {
          const said = t("write.token", {
            name: writer.name,
            strength: writer.strength.toFixed(2),
            chance: numbers.share(chance),
          });
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place
              key={i}
              className={styles.writtenToken}
              style={{ "--lane": writer.color } as CSSProperties}
              title={said}
            >
              <b>{text}</b>
              <small aria-hidden>{numbers.score(chance)}</small>
              <span className="visually-hidden">{said}</span>
            </li>
          );
        })}
      </ol>
      <span className="soft small" role="status">
        {isEnded ? t("write.ended") : ""}
      </span>
    </div>
  );
}
