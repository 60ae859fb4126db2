import styles from "./QuestionInput.module.css";

export interface QuestionInputProps {
  /** What a label is for. */
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** Where a question to the model is typed. */
export function QuestionInput({ onChange, ...rest }: QuestionInputProps) {
  return (
    <input
      {...rest}
      autoComplete="off"
      className={styles.input}
      maxLength={200}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
