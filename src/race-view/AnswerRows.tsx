import { useWords } from "../i18n/words";
import type { WorkedExample } from "../worker/api";
import { AnswerCell } from "./AnswerCell";
import styles from "./Answers.module.css";

export interface AnswerRowsProps {
  readonly task: string;
  /** The questions with what the base answers; none while the base is on its way. */
  readonly base: readonly WorkedExample[] | undefined;
  /** What each lane answers, by lane; a lane may not have been asked yet. */
  readonly lanes: readonly (readonly WorkedExample[] | undefined)[];
  /** As many are shown at most, and their room is kept before they are known. */
  readonly most: number;
}

/** Held-out questions, a row each. */
export function AnswerRows({ task, base, lanes, most }: AnswerRowsProps) {
  const words = useWords();
  const rows = base && base.length > 0 ? base.slice(0, most) : rowsToCome.slice(0, most);
  return rows.map(({ input, expected, answer, score }) => (
    <tr key={input}>
      <th scope="row">
        <span className={styles.input}>{input}</span>
      </th>
      <td>{words.answer(task, expected)}</td>
      <AnswerCell answer={words.answer(task, answer)} score={score} />
      {lanes.map((examples, lane) => {
        const example = examples?.find((one) => one.input === input);
        return (
          <AnswerCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a lane is told by its place
            key={lane}
            answer={example && words.answer(task, example.answer)}
            score={example?.score}
          />
        );
      })}
    </tr>
  ));
}

/** Keeps the room of the questions before they are known. */
const rowsToCome: readonly WorkedExample[] = Array.from({ length: 8 }, (_, i) => ({
  input: "\u00a0".repeat(i + 1),
  expected: "",
  answer: "",
  score: Number.NaN,
}));
