import { readQuestion, type Step, solve, writeSteps } from "../tasks/reader/arithmetic";
import { digits, letters, marks } from "../tasks/reader/vocabulary";

/** A chain cut into pieces, each as its steps in writing with letters that start again: "a + 4 b * 7". */
export function cutChain(question: string, cuts: readonly number[]): readonly string[] {
  const { steps } = readQuestion(question);
  const ends = [...[...cuts].sort((a, b) => a - b), steps.length];
  return ends.map((end, i) => writeSteps(steps.slice(i === 0 ? 0 : ends[i - 1], end)).join(" "));
}

/** The pieces that the model wrote after "split": "a + 4 | a - 2 ." has two. Pieces that are no steps are left out. */
export function piecesIn(written: readonly string[]): readonly string[] {
  const text = written.filter((token) => token !== marks.end).join(" ");
  return text.split(` ${marks.cut} `).filter((piece) => /^[a-l] [-+*] \d( [a-l] [-+*] \d)*$/.test(piece));
}

/** A piece as a question that starts from a digit: "chain 3 a + 4 :". */
export function pieceQuestion(start: string, piece: string): string {
  return [marks.chain, start, piece, marks.steps].join(" ");
}

/** The digit that a chain starts from, and its right answer. */
export function endsOf(question: string): { readonly start: string; readonly answer: string } {
  const asked = readQuestion(question);
  return { start: digits[asked.start]!, answer: digits[solve(asked)]! };
}

/** The steps of a chain in writing, one each, as they are in the question: "a + 4". */
export function stepTexts(question: string): readonly string[] {
  const one = ({ operator, digit }: Step, i: number): string =>
    [letters[i], operator, digits[digit]].join(" ");
  return readQuestion(question).steps.map(one);
}
