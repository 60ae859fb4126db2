import styles from "./MethodSwatch.module.css";
import { methodAppearance, strokeDash } from "./method-appearance";

/** A short piece of the line that a method draws in the charts: its colour and its dash. */
export function MethodSwatch({ id }: { readonly id: string }) {
  const look = methodAppearance(id);
  return (
    <svg aria-hidden className={styles.swatch} height={8} viewBox="0 0 28 8" width={28}>
      <path d="M0 4H28" stroke={look.color} strokeDasharray={strokeDash(look)} strokeWidth={4} />
    </svg>
  );
}
