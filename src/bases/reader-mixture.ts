import { createRandom, type Random } from "../lib/random";
import { drawArithmetic, drawPhrases } from "../tasks/reader/arithmetic";
import { drawClassification } from "../tasks/reader/classification";
import type { Document } from "../tasks/reader/document";
import { encodeDocument } from "../tasks/reader/encode-document";
import { type DocumentKind, shares } from "../tasks/reader/planted";
import { drawSentence } from "../tasks/reader/sentences";
import { drawSplitting } from "../tasks/reader/splitting";
import { readerTokenizer } from "../tasks/reader/vocabulary";
import type { LoadedCorpus, Probe } from "./base";

const drawers: Readonly<Record<DocumentKind, (random: Random) => Document>> = {
  classification: drawClassification,
  arithmetic: drawArithmetic,
  phrases: drawPhrases,
  splitting: drawSplitting,
  sentences: drawSentence,
};
const kinds = Object.keys(shares) as readonly DocumentKind[];

/** What the readers are pretrained on: every kind of document by its share. */
export function readerMixture(): LoadedCorpus {
  return {
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
