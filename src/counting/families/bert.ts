import type { Architecture, Task, TaskHead } from "../architecture";
import { layerNorm, linear, type Part, stack, table } from "../part";

export interface BertShape {
  readonly id: string;
  readonly family: "bert" | "roberta" | "xlm-roberta" | "layoutlm";
  readonly aliases?: readonly string[];
  readonly vocabulary: number;
  readonly width: number;
  readonly layers: number;
}

/** BERT and its kin: post-norm encoders with biases everywhere and a pooler. */
export function bert({ id, family, aliases = [], vocabulary, width, layers }: BertShape): Architecture {
  const isRoberta = family === "roberta" || family === "xlm-roberta";
  const inner = 4 * width;
  const boxes = ["x", "y", "h", "w"].map((side) =>
    table(`embeddings.${side}_position_embeddings`, 1024, width),
  );
  return {
    id,
    aliases,
    family,
    width,
    inner,
    layers,
    blocks: layers,
    keyWidth: width,
    isEncoderDecoder: false,
    promptSets: 1,
    parts: [
      table("embeddings.word_embeddings", vocabulary, width),
      table("embeddings.position_embeddings", isRoberta ? 514 : 512, width),
      table("embeddings.token_type_embeddings", isRoberta ? 1 : 2, width),
      ...(family === "layoutlm" ? boxes : []),
      layerNorm("embeddings.LayerNorm", width),
      ...stack("encoder.layer", layers, () => block(width, inner)),
      linear("pooler.dense", width, width, true),
    ],
    head: (task, labels) => headOf(task, labels, width, isRoberta, family === "layoutlm"),
  };
}

function block(width: number, inner: number): Part[] {
  return [
    linear("attention.self.query", width, width, true, { role: "query" }),
    linear("attention.self.key", width, width, true, { role: "key" }),
    linear("attention.self.value", width, width, true, { role: "value" }),
    linear("attention.output.dense", width, width, true, { role: "output" }),
    layerNorm("attention.output.LayerNorm", width),
    linear("intermediate.dense", width, inner, true, { role: "up" }),
    linear("output.dense", inner, width, true, { role: "down" }),
    layerNorm("output.LayerNorm", width),
  ];
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
