import { encodeTensors } from "../lib/safetensors";
import { json } from "./file-text";
import type { Shift } from "./layout";
import { asInPyTorch } from "./module-names";
import { shiftedPositions, type WholeModel } from "./whole-model";

/** Our encoder for modeling_playground.py: no class of transformers has a pre-LN encoder that reads [CLS] as ours does. */
export function encoderFiles(model: WholeModel, shift: Shift): Record<string, Uint8Array> {
  const { config, parameters, classes } = model;
  const tensors = Object.entries(parameters).map(([name, tensor]) => {
    const isPositions = name === "embedding.position.weight";
    return asInPyTorch(config, name, isPositions ? shiftedPositions(tensor, shift) : tensor);
  });
  return {
    "config.json": json({
      model_type: "playground_encoder",
      vocab_size: config.vocabulary,
      max_position_embeddings: config.context + shift.positions,
      num_hidden_layers: config.layers,
      num_attention_heads: config.heads,
      hidden_size: config.width,
      num_labels: config.head.kind === "classes" ? config.head.k : 0,
      id2label: Object.fromEntries(classes.map((name, id) => [id, name])),
      label2id: Object.fromEntries(classes.map((name, id) => [name, id])),
      first_token: shift.firstToken,
      tie_word_embeddings: config.tied,
      pad_token_id: 0,
    }),
    "model.safetensors": encodeTensors({
      tensors: Object.fromEntries(tensors),
      metadata: { format: "pt" },
    }),
  };
}
