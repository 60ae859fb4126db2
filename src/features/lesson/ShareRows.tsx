import { Meter } from "../../charts/Meter";
import { useNumbers } from "../../i18n/numbers";
import styles from "./basics.module.css";

/** Less is not told apart. */
const least = 0.001;

export interface ShareRow {
  readonly name: string;
  /** A probability; null: not known yet. */
  readonly share: number | null;
  /** At the end of the row, beside the probability. */
  readonly note?: string;
}

/** Probabilities of tokens as bars. */
export function ShareRows({ label, rows }: { readonly label: string; readonly rows: readonly ShareRow[] }) {
  const numbers = useNumbers();
  const text = (share: number): string =>
    share < least ? `< ${numbers.share(least)}` : numbers.share(share);
  return (
    <ol aria-label={label} className={styles.rows}>
      {rows.map(({ name, share, note }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
        <li key={i}>
          <b>{name}</b>
          <Meter share={share ?? 0} />
          <span>{share === null ? "–" : text(share)}</span>
          {note !== undefined && <span>{note}</span>}
        </li>
      ))}
    </ol>
  );
}
