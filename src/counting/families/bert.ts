import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { classifier, denseClassifier, spans } from "./classifier-heads";
import { encoderBlock } from "./encoder-block";
import { type Heads, modelShape } from "./model-shape";

/** BERT and its kin (RoBERTa, ELECTRA, LayoutLM): post-norm encoders with biases everywhere and mostly a pooler. */
export function bert(fields: ConfigFields): ModelShape {
  const { family } = fields;
  const width = fields.whole("hidden_size");
  const inner = fields.whole("intermediate_size");
  const layers = fields.whole("num_hidden_layers");
  const words = family === "electra" ? fields.whole("embedding_size", width) : width;
  return modelShape({
    family,
    width,
    inner,
    layers,
    parts: [
      ...bertEmbeddings(fields, words),
      ...(words === width ? [] : [linear("embeddings_project", words, width, true)]),
      ...stack("encoder.layer", layers, () => encoderBlock(width, inner)),
      ...(family === "electra" ? [] : [linear("pooler.dense", width, width, true)]),
    ],
    base: bases[family] ?? family,
    heads: headsOf(family, width),
  });
}

/** What the base is called inside a model for a task, where it is not the name of the family. */
const bases: Readonly<Record<string, string>> = { "xlm-roberta": "roberta", camembert: "roberta" };

/** The tables of words, positions and types, and their norm. */
export function bertEmbeddings(fields: ConfigFields, width: number): Part[] {
  const types = fields.count("type_vocab_size", 2);
  const boxes = fields.family === "layoutlm" ? fields.whole("max_2d_position_embeddings", 1024) : 0;
  return [
    table("embeddings.word_embeddings", fields.whole("vocab_size"), width),
    table("embeddings.position_embeddings", fields.whole("max_position_embeddings", 512), width),
    ...(types > 0 ? [table("embeddings.token_type_embeddings", types, width)] : []),
    ...(boxes > 0
      ? ["x", "y", "h", "w"].map((side) => table(`embeddings.${side}_position_embeddings`, boxes, width))
      : []),
    layerNorm("embeddings.LayerNorm", width),
  ];
}

function headsOf(family: string, width: number): Heads {
  // LayoutLM keeps its pooler whatever the task; of the others only BERT's own classifier reads it.
  const without = family === "layoutlm" ? [] : ["pooler"];
  const keepsPooler = family === "bert" || family === "layoutlm";
  return {
    SEQ_CLS: (labels) =>
      keepsPooler ? classifier(width, labels) : { ...denseClassifier("classifier", width, labels), without },
    TOKEN_CLS: (labels) => ({ ...classifier(width, labels), without }),
    QUESTION_ANS: () => ({ ...spans(width), without }),
  };
}
