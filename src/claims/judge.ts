import type { Claim, Term } from "./claim";
import { figureOf, type LessonFigures } from "./figures";

/** The value of a term; NaN if its run was not measured, or diverged. */
export function termValue(term: Term, figures: LessonFigures): number {
  if ("value" in term) return term.value;
  const { mean } = figureOf(figures, term.run, term.of) ?? { mean: Number.NaN };
  return (term.times ?? 1) * mean + (term.plus ?? 0);
}

/** The terms of a claim that have no value: without them it can neither hold nor fail. */
export function unknownTerms({ left, right }: Claim, figures: LessonFigures): readonly Term[] {
  return [...left, right].filter((term) => !Number.isFinite(termValue(term, figures)));
}

/** The verdict of the figures on a claim. */
export type Finding = Claim["verdict"] | "unmeasured";

/** Whether the relation holds in the figures, or fails, or was not measured. */
export function judge(claim: Claim, figures: LessonFigures): Finding {
  if (unknownTerms(claim, figures).length > 0) return "unmeasured";
  const right = termValue(claim.right, figures);
  const holds = claim.left.every((term) => stands(termValue(term, figures), claim, right));
  return holds ? "holds" : "fails";
}

function stands(left: number, { is, within = 0.0005 }: Claim, right: number): boolean {
  switch (is) {
    case "at-least":
      return left >= right;
    case "at-most":
      return left <= right;
    case "equals":
      return Math.abs(left - right) <= within;
    default:
      return is satisfies never;
  }
}
