import { tokensHead } from "../model/config";
import type { Base } from "./base";

/** A decoder that writes short sentences in two languages, English and Chinese, each called by its tag. */
export function sentences(recipe: Base["recipe"]): Base<"sentences-micro"> {
  return {
    id: "sentences-micro",
    family: "sentences",
    config: {
      kind: "decoder",
      vocabulary: 123,
      context: 26,
      layers: 2,
      heads: 4,
      width: 64,
      tied: false,
      head: tokensHead,
    },
    recipe,
    stored: "F16",
    data: [],
    // Fetched when it is used: pages only name it.
    load: async () => (await import("./sentences-mixture")).sentencesMixture(),
  };
}
