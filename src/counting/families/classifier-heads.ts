import { linear } from "../part";
import type { Heads, TaskHead } from "./model-shape";

/** One matrix onto the classes. */
export function classifier(width: number, labels: number): TaskHead {
  return { head: [linear("classifier", width, labels, true)] };
}

/** A dense layer and one onto the classes, in one module of this name. */
export function denseClassifier(name: string, width: number, labels: number): TaskHead {
  return {
    head: [linear(`${name}.dense`, width, width, true), linear(`${name}.out_proj`, width, labels, true)],
  };
}

/** The start and the end of an answer, for each token. */
export function spans(width: number, inputs = width): TaskHead {
  return { head: [linear("qa_outputs", inputs, 2, true)] };
}

/** Heads of decoders: the output matrix goes, one onto the classes comes. `tokens` names the one that labels tokens. */
export function decoderHeads(
  width: number,
  { tokens = "score", answers = true }: { tokens?: "score" | "classifier" | null; answers?: boolean } = {},
): Heads {
  return {
    SEQ_CLS: (labels) => ({ head: [linear("score", width, labels, false)] }),
    ...(tokens && { TOKEN_CLS: (labels: number) => ({ head: [linear(tokens, width, labels, true)] }) }),
    ...(answers && { QUESTION_ANS: () => spans(width) }),
  };
}
