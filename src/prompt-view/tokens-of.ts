import { findTask } from "../tasks/index";

/** A text of a task cut into the tokens that its model reads: words where the vocabulary is one of words, else letters. */
export function tokensOf(task: string, text: string): readonly string[] {
  return findTask(task)?.family === "reader" ? text.split(" ").filter(Boolean) : [...text];
}
