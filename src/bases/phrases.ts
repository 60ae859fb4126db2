import { type Size, sizes, tokensHead } from "../model/config";
import type { Base } from "./base";

/** An encoder that fills in the masked words of English phrases and definitions, trained as BERT was. */
export function phrases<const S extends Size>(size: S, recipe: Base["recipe"]): Base<`phrases-${S}`> {
  return {
    id: `phrases-${size}`,
    family: "phrases",
    config: {
      kind: "encoder",
      vocabulary: 4000,
      context: 20,
      ...sizes[size],
      tied: true,
      head: tokensHead,
    },
    recipe,
    data: [{ name: "WordNet 3.0", licence: "WordNet" }],
    // Fetched when it is used: pages only name it.
    load: async (read) => (await import("./phrases-mixture")).phrasesMixture(read),
  };
}
