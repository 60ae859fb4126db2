import type { Architecture, Task, TaskHead } from "../architecture";
import { layerNorm, linear, stack, table } from "../part";
import { encoderBlock } from "./encoder-block";
import { type FamilyShape, sizes } from "./sizes";

export interface BertShape extends FamilyShape {
  readonly family: "bert" | "roberta" | "xlm-roberta" | "layoutlm";
  readonly vocabulary: number;
}

/** BERT and its kin: post-norm encoders with biases everywhere and a pooler. */
export function bert(shape: BertShape): Architecture {
  const { family, vocabulary, width, layers } = shape;
  const isRoberta = family === "roberta" || family === "xlm-roberta";
  const boxes = ["x", "y", "h", "w"].map((side) =>
    table(`embeddings.${side}_position_embeddings`, 1024, width),
  );
  return {
    ...sizes(shape, family),
    parts: [
      table("embeddings.word_embeddings", vocabulary, width),
      table("embeddings.position_embeddings", isRoberta ? 514 : 512, width),
      table("embeddings.token_type_embeddings", isRoberta ? 1 : 2, width),
      ...(family === "layoutlm" ? boxes : []),
      layerNorm("embeddings.LayerNorm", width),
      ...stack("encoder.layer", layers, () => encoderBlock(width, 4 * width)),
      linear("pooler.dense", width, width, true),
    ],
    head: (task, labels) => headOf(task, labels, width, isRoberta, family === "layoutlm"),
  };
}

function headOf(
  task: Task,
  labels: number,
  width: number,
  isRoberta: boolean,
  keepsPooler: boolean,
): TaskHead | null {
  const without = keepsPooler ? [] : ["pooler"];
  const classifier = linear("classifier", width, labels, true);
  switch (task) {
    case "SEQ_CLS":
      if (!isRoberta) return { without: [], head: [classifier] };
      return {
        without,
        head: [
          linear("classifier.dense", width, width, true),
          linear("classifier.out_proj", width, labels, true),
        ],
      };
    case "TOKEN_CLS":
      return { without, head: [classifier] };
    case "QUESTION_ANS":
      return { without, head: [linear("qa_outputs", width, 2, true)] };
    default:
      return null;
  }
}
