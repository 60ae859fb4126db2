import type { Architecture } from "../architecture";
import { convolution, layerNorm, linear, stack, table } from "../part";
import { encoderBlock } from "./encoder-block";
import { type FamilyShape, sizes } from "./sizes";

export interface DebertaShape extends FamilyShape {
  /** The first layer of the xlarge models looks at neighbours too. */
  readonly hasConvolution?: boolean;
}

/** DeBERTa v2 and v3: relative positions in 512 buckets shared by all layers, no table of absolute ones. */
export function deberta(shape: DebertaShape): Architecture {
  const { width, layers, hasConvolution = false } = shape;
  const classifier = linear("classifier", width, 2, true);
  return {
    ...sizes(shape, "deberta-v2"),
    parts: [
      table("embeddings.word_embeddings", 128100, width),
      layerNorm("embeddings.LayerNorm", width),
      ...stack("encoder.layer", layers, () => encoderBlock(width, 4 * width, "_proj")),
      table("encoder.rel_embeddings", 512, width),
      layerNorm("encoder.LayerNorm", width),
      ...(hasConvolution
        ? [convolution("encoder.conv.conv", width, width, 3), layerNorm("encoder.conv.LayerNorm", width)]
        : []),
    ],
    head: (task, labels) => {
      if (task === "SEQ_CLS") {
        const head = [linear("pooler.dense", width, width, true), { ...classifier, outputs: labels }];
        return { without: [], head };
      }
      if (task === "TOKEN_CLS") return { without: [], head: [{ ...classifier, outputs: labels }] };
      if (task === "QUESTION_ANS") return { without: [], head: [linear("qa_outputs", width, 2, true)] };
      return null;
    },
  };
}
