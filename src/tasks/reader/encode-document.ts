import type { Example } from "../task";
import type { Document } from "./document";
import { readerContext, readerTokenizer } from "./vocabulary";

/** A document as the model is trained on it. */
export function encodeDocument({ words, counts }: Document): Example {
  const ids = words.map((word) => readerTokenizer.id(word));
  // One shorter than the document: the last token is only ever a target.
  const length = ids.length - 1;
  if (length > readerContext) throw new Error(`"${words.join(" ")}" does not fit the reader`);
  const tokens = new Int32Array(readerContext);
  const targets = new Int32Array(readerContext);
  const weights = new Float32Array(readerContext);
  tokens.set(ids.slice(0, length));
  targets.set(ids.slice(1));
  for (let place = 1; place <= length; place++) weights[place - 1] = counts(place) ? 1 : 0;
  return { tokens, targets, weights };
}
