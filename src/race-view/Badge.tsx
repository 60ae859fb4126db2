import type { ReactNode } from "react";
import styles from "./Badge.module.css";

export interface BadgeProps {
  /** What is shown is computed here and now. */
  readonly isLive: boolean;
  readonly children: ReactNode;
}

/** Says where curves come from, at the far end of a line. */
export function Badge({ isLive, children }: BadgeProps) {
  return <span className={`${styles.badge} ${isLive ? styles.live : ""}`}>{children}</span>;
}
