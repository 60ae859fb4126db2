import { tokensHead } from "../model/config";
import { planted } from "../tasks/reader/planted";
import type { Base } from "./base";

/** Two blocks each, so that the sizes differ in width alone: with one block no label can be learned from a prompt. */
const sizes = {
  tiny: { layers: 2, heads: 4, width: 16 },
  nano: { layers: 2, heads: 4, width: 32 },
  micro: { layers: 2, heads: 4, width: 64 },
} as const;

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
      vocabulary: 161,
      context: 50,
      ...sizes[size],
      tied: false,
      head: tokensHead,
    },
    recipe,
    snapshots: [0, 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000].filter((step) => step <= recipe.steps),
    stored: "F16",
    data: [],
    planted,
    // Fetched when it is used: pages only name it.
    load: async () => (await import("./reader-mixture")).readerMixture(),
  };
}
