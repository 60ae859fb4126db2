import type { Opening, Procedure, ProcedureId } from "../task";
import { type Question, readQuestion, runningValues, type Step, writeSteps } from "./arithmetic";
import { splitInHalf } from "./splitting";
import { digits, letters, marks } from "./vocabulary";

/** The digit after "#", or after "=", or the only thing written; "" where there is none. */
export function readAnswer(written: string): string {
  const words = written.split(" ").filter((word) => word !== marks.end);
  for (const sign of [marks.answer, marks.direct]) {
    const at = words.indexOf(sign);
    if (at >= 0) return words[at + 1] ?? "";
  }
  return words.length === 1 ? words[0]! : "";
}

/** As many tokens as the steps would take, without content (Pfau et al. 2024, arXiv 2404.15758). */
const filler: Procedure = {
  open: ({ input, answer }) => {
    const dots = Array<string>(2 * readQuestion(input).steps.length).fill(marks.filler);
    return { text: [input, marks.direct, ...dots, marks.answer].join(" "), implied: answer };
  },
  next: () => null,
  read: ([written = ""]) => readAnswer(written),
};

/** The first steps are given, the last of them wrong; implied is what it leads to. Not where one step is all. */
const wrongStep: Procedure = {
  open: ({ input }, random) => {
    const question = readQuestion(input);
    if (question.order !== "chain" || question.steps.length < 2) return null;
    const given = 1 + random.integer(question.steps.length - 1);
    const values = runningValues(question, [...question.steps.keys()].slice(0, given));
    const wrong = (values.at(-1)! + 1 + random.integer(9)) % 10;
    const shown = [...values.slice(0, -1), wrong].flatMap((value, i) => [letters[i]!, digits[value]!]);
    const rest = { ...question, start: wrong, steps: question.steps.slice(given) };
    const implied = runningValues(rest, [...rest.steps.keys()]).at(-1)!;
    return { text: [input, marks.steps, ...shown].join(" "), implied: digits[implied]! };
  },
  next: () => null,
  read: ([written = ""]) => readAnswer(written),
};

/**
 * Least-to-most (Zhou et al. 2022, arXiv 2205.10625): the model splits the question, solves the first piece in steps, then
 * the second from the result of the first.
 */
const split: Procedure = {
  open: ({ input, answer }) => ifChain(input, () => ({ text: `${input} ${marks.split}`, implied: answer })),
  next: ({ input }, [pieces, first, second]) => {
    const [one, other] = pieces?.split(` ${marks.cut} `) ?? [];
    if (!one || !other || second !== undefined) return null;
    return pieceText(readQuestion(input).start, one, other, first);
  },
  read: ([, , second = ""]) => readAnswer(second),
};

/** The same with the split given. */
const splitGiven: Procedure = {
  open: ({ input, answer }) =>
    ifChain(input, ({ start, steps }) => ({
      text: pieceText(start, writePiece(steps, 0), "", undefined)!,
      implied: answer,
    })),
  next: ({ input }, [first, second]) => {
    const { start, steps } = readQuestion(input);
    return second === undefined ? pieceText(start, writePiece(steps, 0), writePiece(steps, 1), first) : null;
  },
  read: ([, second = ""]) => readAnswer(second),
};

export const procedures: Readonly<Record<ProcedureId, Procedure>> = {
  filler,
  "wrong-step": wrongStep,
  split,
  "split-given": splitGiven,
};

function ifChain(input: string, open: (question: Question) => Opening): Opening | null {
  const question = readQuestion(input);
  return question.order === "chain" && question.steps.length > 1 ? open(question) : null;
}

function writePiece(steps: readonly Step[], piece: 0 | 1): string {
  return writeSteps(splitInHalf(steps)[piece]).join(" ");
}

/** The piece that is to be solved next; null where the one before it has no result. `first`: what was written after it. */
function pieceText(start: number, one: string, other: string, first: string | undefined): string | null {
  if (first === undefined) return [marks.chain, digits[start], one, marks.steps].join(" ");
  const result = readAnswer(first);
  return /^\d$/.test(result) ? [marks.chain, result, other, marks.steps].join(" ") : null;
}
