import { findTask } from "../../tasks/index";

/** What each part of the figure of a question is given. */
export interface BasicsPartProps {
  /** The base can be asked. */
  readonly isOpen: boolean;
}

/** The verbs that can be chosen, with their past tense: the samples of the task. */
export const basicVerbs = findTask("past-tense")!.samples;

/** Longest verb and answer that fit into the context together. */
const mostLetters = 13;

/** Only what the base can read as a verb. */
export function onlyLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .slice(0, mostLetters);
}
