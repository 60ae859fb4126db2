import { findTask } from "../tasks/index";

/** The words of a text: the tokens of the readers, whether they know them or not. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** A text of a task cut into the tokens that its model reads: words where the vocabulary is one of words, else letters. */
export function tokensOf(task: string, text: string): readonly string[] {
  return findTask(task)?.family === "reader" ? wordsOf(text) : [...text];
}
