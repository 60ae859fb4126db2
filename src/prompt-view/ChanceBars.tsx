import { Meter } from "../charts/Meter";
import { useNumbers } from "../i18n/numbers";
import styles from "./ChanceBars.module.css";

/** A token that may come next. */
export interface ChanceBar {
  readonly token: string;
  /** What it is called, or what it does. */
  readonly name: string;
  /** null while the model is asked. */
  readonly chance: number | null;
}

export interface ChanceBarsProps {
  /** Says what the bars hold. */
  readonly label: string;
  readonly bars: readonly ChanceBar[];
}

/** The probabilities of a few tokens, in places that do not change. */
export function ChanceBars({ label, bars }: ChanceBarsProps) {
  const numbers = useNumbers();
  return (
    <ul aria-label={label} aria-live="polite" className={styles.bars}>
      {bars.map(({ token, name, chance }) => (
        <li key={token}>
          <span>{name}</span>
          <Meter share={chance ?? 0} />
          <b>{chance === null ? "–" : numbers.score(chance)}</b>
        </li>
      ))}
    </ul>
  );
}
