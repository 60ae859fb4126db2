import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import { barShare } from "./bar-share";
import styles from "./share-bars.module.css";
import { TableTwin } from "./TableTwin";

/** One share of questions answered right, 0 to 1, with its 95 % confidence interval. */
export interface ShareBar {
  readonly name: string;
  /** Written beneath the name as it is, such as the prompt. */
  readonly detail?: string;
  /** null where it is not to be shown yet. */
  readonly value: { readonly share: number; readonly low: number; readonly high: number } | null;
}

export interface ShareBarsProps {
  readonly bars: readonly ShareBar[];
  /** The share right of always giving the commonest answer, a dashed line through all bars. */
  readonly chance: number;
  /** Says what the bars hold. */
  readonly caption: string;
}

/** Shares as bars with whiskers and the chance line, and the same as a table. */
export function ShareBars({ bars, chance, caption }: ShareBarsProps) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const at = (share: number): string => `${100 * barShare(share, 1, "linear")}%`;
  const write = (value: ShareBar["value"]): string => (value ? numbers.score(value.share) : "?");
  const band = (value: ShareBar["value"]): string =>
    value ? t("shares.band", { low: numbers.score(value.low), high: numbers.score(value.high) }) : "?";
  return (
    <div className={styles.bars}>
      <ul aria-label={caption}>
        {bars.map(({ name, detail, value }) => (
          <li key={name} className={styles.bar}>
            <span>
              {name}
              {detail !== undefined && <code>{detail}</code>}
            </span>
            <span aria-hidden className={styles.track} style={{ "--chance": at(chance) } as CSSProperties}>
              {value && (
                <>
                  <i className={styles.fill} style={{ width: at(value.share) }} />
                  <i
                    className={styles.whisker}
                    style={{ left: at(value.low), width: at(value.high - value.low) }}
                  />
                </>
              )}
            </span>
            <b>{write(value)}</b>
          </li>
        ))}
      </ul>
      <p className="soft">{t("shares.note", { chance: numbers.score(chance) })}</p>
      <TableTwin
        caption={caption}
        columns={[t("shares.variant"), t("shares.right"), t("shares.interval")]}
        rows={[
          ...bars.map(({ name, value }) => [name, write(value), band(value)]),
          [t("shares.chance"), numbers.score(chance), "–"],
        ]}
      />
    </div>
  );
}
