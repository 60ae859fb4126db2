import type { MethodFacts } from "./method-facts";

/** What one can ask of the methods, each answered by a probed fact. */
export const questions = ["mergeable", "positions", "noOp", "backprop"] as const;
export type Question = (typeof questions)[number];

/** The answers asked for; a question that is left out may have either. */
export type Wanted = Readonly<Partial<Record<Question, boolean>>>;

/** Yes or no, as the code behaved. */
export function answer(question: Question, facts: MethodFacts): boolean {
  switch (question) {
    case "mergeable":
      return facts.mergeable;
    case "positions":
      return facts.extraPositions.input + facts.extraPositions.keys > 0;
    case "noOp":
      return facts.noOpAtStart;
    case "backprop":
      return facts.backpropToInput;
    default:
      return question satisfies never;
  }
}

/** Whether a method has every answer asked for. One that was never probed has none. */
export function fits(wanted: Wanted, facts: MethodFacts | undefined): boolean {
  return questions.every(
    (question) =>
      wanted[question] === undefined || (facts !== undefined && answer(question, facts) === wanted[question]),
  );
}
