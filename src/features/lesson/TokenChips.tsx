import styles from "./basics.module.css";

export interface TokenChip {
  readonly text: string;
  /** Small, below the token. */
  readonly note?: string;
  /** question: what the model reads. answer: what it writes. right, wrong: likely or unlikely for the model. */
  readonly kind: "question" | "answer" | "right" | "wrong";
}

/** A text token by token, as a model reads and writes it. */
export function TokenChips({
  label,
  chips,
}: {
  readonly label: string;
  readonly chips: readonly TokenChip[];
}) {
  return (
    <ol aria-label={label} className={styles.chips}>
      {chips.map(({ text, note, kind }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place
        <li key={i} data-kind={kind}>
          <b>{text}</b>
          {note !== undefined && <small>{note}</small>}
        </li>
      ))}
    </ol>
  );
}
