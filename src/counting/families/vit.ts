import type { Architecture } from "../architecture";
import { convolution, layerNorm, linear, type Part, stack, table, vector } from "../part";
import { type FamilyShape, sizes } from "./sizes";

/** A vision transformer on 14 × 14 patches of 16 × 16 pixels in three colours, and a class token. */
export function vit(shape: FamilyShape): Architecture {
  const { width, layers } = shape;
  const inner = 4 * width;
  const block = (): Part[] => [
    linear("attention.attention.query", width, width, true, { role: "query" }),
    linear("attention.attention.key", width, width, true, { role: "key" }),
    linear("attention.attention.value", width, width, true, { role: "value" }),
    linear("attention.output.dense", width, width, true, { role: "output" }),
    linear("intermediate.dense", width, inner, true, { role: "up" }),
    linear("output.dense", inner, width, true, { role: "down" }),
    layerNorm("layernorm_before", width),
    layerNorm("layernorm_after", width),
  ];
  return {
    ...sizes(shape, "vit"),
    parts: [
      vector("embeddings.cls_token", width),
      table("embeddings.position_embeddings", 197, width),
      convolution("embeddings.patch_embeddings.projection", 3, width, 16 * 16),
      ...stack("encoder.layer", layers, block),
      layerNorm("layernorm", width),
      linear("pooler.dense", width, width, true),
    ],
    head: (task, labels) =>
      task === "IMAGE_CLS" || task === "SEQ_CLS"
        ? { without: ["pooler"], head: [linear("classifier", width, labels, true)] }
        : null,
  };
}
