import { readQuestion, runningValues } from "../tasks/reader/arithmetic";
import { digits, letters, marks } from "../tasks/reader/vocabulary";

/** A step as the model wrote it: ": a 6 b 2 # 2 ." has two. */
export interface WrittenStep {
  readonly letter: string;
  readonly value: string;
  /** Where its value is among the written tokens. */
  readonly at: number;
}

/** The steps in what was written after ":"; fewer where it is not written in this form, or not yet. */
export function stepsIn(written: readonly string[]): readonly WrittenStep[] {
  const steps: WrittenStep[] = [];
  for (let at = 0; at + 1 < written.length; at += 2) {
    const [letter, value] = [written[at]!, written[at + 1]!];
    if (!isOneOf(letters, letter) || !isOneOf(digits, value)) break;
    steps.push({ letter, value, at: at + 1 });
  }
  return steps;
}

/** The right value of each step of a chain, by its letter. */
export function rightValues(question: string): ReadonlyMap<string, string> {
  const asked = readQuestion(question);
  const values = runningValues(asked, [...asked.steps.keys()]);
  return new Map(values.map((value, i) => [letters[i]!, digits[value]!]));
}

/** What each written step comes to if the one before it is taken as it is written, right or not, by its letter. */
export function followingValues(
  question: string,
  written: readonly WrittenStep[],
): ReadonlyMap<string, string> {
  const asked = readQuestion(question);
  return new Map(
    written.map(({ letter }, i) => {
      const start = i === 0 ? asked.start : Number(written[i - 1]!.value);
      const names: readonly string[] = letters;
      const step = asked.steps[names.indexOf(letter)];
      const [value] = step ? runningValues({ ...asked, start, steps: [step] }, [0]) : [];
      return [letter, digits[value ?? -1] ?? ""];
    }),
  );
}

/** The answer in what was written after ":" or "="; "" where there is none. */
export function answerIn(sign: string, written: readonly string[]): string {
  const from = sign === marks.direct ? 0 : written.indexOf(marks.answer) + 1;
  const token = from > 0 || sign === marks.direct ? written[from] : undefined;
  return token !== undefined && isOneOf(digits, token) ? token : "";
}

function isOneOf(tokens: readonly string[], token: string): boolean {
  return tokens.includes(token);
}
