import type { Task, TaskHead } from "../architecture";
import { linear } from "../part";

/** Heads of decoders: their output matrix goes, a matrix onto the classes comes. */
export function decoderHead(task: Task, labels: number, width: number, output = "lm_head"): TaskHead | null {
  const without = [output];
  switch (task) {
    case "SEQ_CLS":
      return { without, head: [linear("score", width, labels, false)] };
    case "TOKEN_CLS":
      return { without, head: [linear("score", width, labels, true)] };
    case "QUESTION_ANS":
      return { without, head: [linear("qa_outputs", width, 2, true)] };
    default:
      return null;
  }
}
