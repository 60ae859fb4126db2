import { useTranslation } from "react-i18next";
import type { PairCheck } from "../../tasks/own/pair-check";
import styles from "./own-data.module.css";
import type { LeftOut } from "./prepare-pairs";

const mostRows = 8;
const mostPieces = 16;

export interface LeftOutListProps {
  readonly leftOut: readonly LeftOut[];
  readonly unit: PairCheck["unit"];
}

/** Which rows are left out and why; the characters that the model cannot write are shown. */
export function LeftOutList({ leftOut, unit }: LeftOutListProps) {
  const { t } = useTranslation("ownData");
  const list = (parts: readonly (string | number)[], most: number): string =>
    parts.slice(0, most).join(t("between")) + (parts.length > most ? "…" : "");
  return (
    <ul className={styles.leftOut}>
      {leftOut.map(({ kind, rows, pieces }) => (
        <li key={kind}>
          {t(`leftOut.${kind === "unknown" ? (`unknown-${unit}` as const) : kind}`, { count: rows.length })}{" "}
          {pieces.slice(0, mostPieces).map((piece) => (
            <code key={piece} className={styles.piece}>
              {piece === " " ? t("space") : piece}
            </code>
          ))}
          <span className="soft">{t("rows", { count: rows.length, rows: list(rows, mostRows) })}</span>
        </li>
      ))}
    </ul>
  );
}
