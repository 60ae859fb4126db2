import { type Size, sizes, tokensHead } from "../model/config";
import type { Base } from "./base";

/** A decoder that knows eleven small word and number skills, each called by its tag: "Awalk=walked." */
export function toolbox<const S extends Size>(size: S, recipe: Base["recipe"]): Base<`toolbox-${S}`> {
  return {
    id: `toolbox-${size}`,
    family: "toolbox",
    config: {
      kind: "decoder",
      vocabulary: 127,
      context: 32,
      ...sizes[size],
      tied: true,
      head: tokensHead,
    },
    recipe,
    data: [
      { name: "WordNet 3.0", licence: "WordNet" },
      { name: "CMU Pronouncing Dictionary", licence: "BSD-2-Clause" },
      { name: "Faker", licence: "MIT" },
    ],
    // Fetched when it is used: pages only name it.
    load: async (read) => (await import("./toolbox-mixture")).toolboxMixture(read),
  };
}
