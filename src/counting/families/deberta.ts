import type { Architecture } from "../architecture";
import { convolution, layerNorm, linear, type Part, stack, table } from "../part";

export interface DebertaShape {
  readonly id: string;
  readonly width: number;
  readonly layers: number;
  /** The first layer of the xlarge models looks at neighbours too. */
  readonly hasConvolution?: boolean;
}

/** DeBERTa v2 and v3: relative positions in 512 buckets shared by all layers, no table of absolute ones. */
export function deberta({ id, width, layers, hasConvolution = false }: DebertaShape): Architecture {
  const inner = 4 * width;
  const block = (): Part[] => [
    linear("attention.self.query_proj", width, width, true, { role: "query" }),
    linear("attention.self.key_proj", width, width, true, { role: "key" }),
    linear("attention.self.value_proj", width, width, true, { role: "value" }),
    linear("attention.output.dense", width, width, true, { role: "output" }),
    layerNorm("attention.output.LayerNorm", width),
    linear("intermediate.dense", width, inner, true, { role: "up" }),
    linear("output.dense", inner, width, true, { role: "down" }),
    layerNorm("output.LayerNorm", width),
  ];
  const classifier = linear("classifier", width, 2, true);
  return {
    id,
    aliases: [],
    family: "deberta-v2",
    width,
    inner,
    layers,
    blocks: layers,
    keyWidth: width,
    isEncoderDecoder: false,
    promptSets: 1,
    parts: [
      table("embeddings.word_embeddings", 128100, width),
      layerNorm("embeddings.LayerNorm", width),
      ...stack("encoder.layer", layers, block),
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
