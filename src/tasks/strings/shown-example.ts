import { type AnyOptions, parseOptions } from "../../lib/options";
import type { Random } from "../../lib/random";
import { instructions } from "../instructions";
import { encodeStrings, type StringsModel } from "./encode-document";
import { drawInstructed, mixtureOf } from "./instructed-mixture";
import { stringsTokenizer } from "./vocabulary";

/** A training example as the model is given it. */
export interface ShownExample {
  /** What the encoder reads; null for a decoder, which reads and writes in one sequence. */
  readonly source: readonly string[] | null;
  /** The decoder's sequence. `counts`: the token is predicted, and how well it is predicted counts in the loss. */
  readonly sequence: readonly { readonly token: string; readonly counts: boolean }[];
}

/** A random training example of instruction tuning, token by token; options that are left out take their defaults. */
export function drawShownExample(
  options: AnyOptions,
  { model, seed }: { readonly model: StringsModel; readonly seed: number },
  random: Random,
): ShownExample {
  const document = drawInstructed(mixtureOf(parseOptions(instructions.options, options), seed), random);
  const { source, tokens, targets, weights } = encodeStrings(document, model);
  const wordOf = (id: number): string => stringsTokenizer.vocabulary[id] ?? "";
  const predicted = Array.from(targets.subarray(0, weights.lastIndexOf(1) + 1), (id, i) => ({
    token: wordOf(id),
    counts: weights[i] === 1,
  }));
  return {
    source: source
      ? Array.from(
          source.filter((id) => id !== 0),
          wordOf,
        )
      : null,
    sequence: [{ token: wordOf(tokens[0]!), counts: false }, ...predicted],
  };
}
