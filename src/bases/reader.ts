import { createRandom, type Random } from "../lib/random";
import { tokensHead } from "../model/config";
import { drawArithmetic, drawPhrases } from "../tasks/reader/arithmetic";
import { drawClassification } from "../tasks/reader/classification";
import type { Document } from "../tasks/reader/document";
import { encodeDocument } from "../tasks/reader/encode-document";
import { type DocumentKind, planted, shares } from "../tasks/reader/planted";
import { drawSentence } from "../tasks/reader/sentences";
import { drawSplitting } from "../tasks/reader/splitting";
import { readerContext, readerTokenizer } from "../tasks/reader/vocabulary";
import type { Base, Probe } from "./base";

/** Two blocks each, so that the sizes differ in width alone: with one block no label can be learned from a prompt. */
const sizes = {
  tiny: { layers: 2, heads: 4, width: 16 },
  nano: { layers: 2, heads: 4, width: 32 },
  micro: { layers: 2, heads: 4, width: 64 },
} as const;

const drawers: Readonly<Record<DocumentKind, (random: Random) => Document>> = {
  classification: drawClassification,
  arithmetic: drawArithmetic,
  phrases: drawPhrases,
  splitting: drawSplitting,
  sentences: drawSentence,
};
const kinds = Object.keys(shares) as readonly DocumentKind[];

/** A decoder that is asked without tuning: it learns from its prompt, writes steps, splits questions. All of it is planted. */
export function reader<const S extends keyof typeof sizes>(
  size: S,
  recipe: Base["recipe"],
): Base<`reader-${S}`> {
  return {
    id: `reader-${size}`,
    family: "reader",
    config: {
      kind: "decoder",
      vocabulary: readerTokenizer.vocabulary.length,
      context: readerContext,
      ...sizes[size],
      tied: false,
      head: tokensHead,
    },
    recipe,
    snapshots: [0, 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000].filter((step) => step <= recipe.steps),
    stored: "F16",
    data: [],
    planted,
    load: async () => ({
      tokenizer: readerTokenizer,
      // Every document is drawn afresh, so held-out ones differ from those of training by their seeds.
      draw: (_, random) => encodeDocument(drawers[drawKind(random)](random)),
      probes: kinds.map((kind): Probe => {
        const random = createRandom(`probe/reader/${kind}`);
        return {
          id: kind,
          examples: Array.from({ length: 64 }, () => encodeDocument(drawers[kind](random))),
        };
      }),
    }),
  };
}

/** A kind of document, by its share. */
function drawKind(random: Random): DocumentKind {
  let left = random.next();
  for (const kind of kinds) {
    left -= shares[kind];
    if (left < 0) return kind;
  }
  return kinds.at(-1)!;
}
