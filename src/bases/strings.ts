import { type Layout, type ModelConfig, tokensHead } from "../model/config";
import type { Base } from "./base";
import type { StringsStage } from "./strings-mixture";

/** Shapes by name. */
const shapes = {
  micro: { layout: { kind: "decoder", layers: 2 }, width: 64 },
  /** A decoder with about as many parameters as the pair. */
  mini: { layout: { kind: "decoder", layers: 3 }, width: 80 },
  pair: { layout: { kind: "encoder-decoder", encoder: 2, decoder: 2 }, width: 64 },
  instructed: { layout: { kind: "decoder", layers: 2 }, width: 64 },
} as const satisfies Record<string, { readonly layout: Layout; readonly width: number }>;

/** A model that changes strings. It knows 64 tasks by their op-codes, and words only from lists of synonyms. */
export function strings<const S extends keyof typeof shapes>(
  shape: S,
  recipe: Base["recipe"],
  stage: StringsStage = "pretraining",
): Base<`strings-${S}`> {
  const { layout, width } = shapes[shape];
  const config: ModelConfig = {
    ...layout,
    vocabulary: 125,
    context: 28,
    heads: 4,
    width,
    tied: true,
    head: tokensHead,
  };
  return {
    id: `strings-${shape}`,
    family: "strings",
    config,
    recipe,
    ...(stage === "instructions" && { start: "strings-micro" }),
    stored: "F16",
    data: [],
    // Fetched when it is used: pages only name it.
    load: async (_, seed = recipe.seed) =>
      (await import("./strings-mixture")).stringsMixture(layout.kind, stage, seed),
  };
}
