import type { Example } from "../task";
import type { StringDocument } from "./documents";
import { marks, stringsContext, stringsTokenizer } from "./vocabulary";

/** Which models read strings: a decoder reads and writes in one sequence, a pair of stacks in two. */
export type StringsModel = "decoder" | "encoder-decoder";

/** A document as a model is trained on it; only what is written counts in the loss. */
export function encodeStrings({ read, written }: StringDocument, model: StringsModel): Example {
  const isPair = model === "encoder-decoder";
  const before = isPair ? [marks.start] : read;
  const ids = [...before, ...written].map((word) => stringsTokenizer.id(word));
  // One shorter than the document: the last token is only ever a target.
  const length = ids.length - 1;
  if (length > stringsContext) throw new Error(`"${[...read, ...written].join(" ")}" does not fit`);
  const weights = new Float32Array(stringsContext);
  weights.fill(1, before.length - 1, length);
  return {
    tokens: padded(ids.slice(0, length)),
    ...(isPair && { source: padded(read.map((word) => stringsTokenizer.id(word))) }),
    targets: padded(ids.slice(1)),
    weights,
  };
}

function padded(ids: readonly number[]): Int32Array {
  const row = new Int32Array(stringsContext);
  row.set(ids);
  return row;
}
