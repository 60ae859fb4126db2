import type { CSSProperties, ReactNode } from "react";
import styles from "./LegendItem.module.css";

export interface LegendItemProps {
  /** How it is drawn: outlined, filled, hatched, or the mark that bars are held against. */
  readonly kind: "frozen" | "trained" | "dropped" | "mark";
  /** Of what is trained or dropped; else inherited. */
  readonly color?: string;
  readonly children: ReactNode;
}

/** What a colour or a pattern means. */
export function LegendItem({ kind, color, children }: LegendItemProps) {
  const style = color === undefined ? undefined : ({ "--lane": color } as CSSProperties);
  return (
    <li className={`${styles.item} ${styles[kind] ?? ""}`} style={style}>
      {children}
    </li>
  );
}
