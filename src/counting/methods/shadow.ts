import { CountingError } from "../counting-error";
import { countingMethod } from "../method";
import { isInside } from "../modules";
import { note } from "../notes";
import { sizeOfParts } from "../part";
import { any } from "../without-effect";
import { rank } from "./low-rank";

/**
 * ShadowPEFT: a small copy of the model runs beside it (its first layers, on the same embeddings), and in each block a
 * bottleneck lets the copy's state in and a gated network moves it on.
 */
export const shadow = countingMethod({
  id: "shadow",
  aliases: ["shadowpeft"],
  options: {
    ...rank(8),
    shadow_num_hidden_layers: { kind: "integer", default: 1, min: 1 },
    update_hidden_size: { kind: "integer", default: null, min: 1 },
  },
  withoutEffect: {
    shadow_alpha: any,
    shadow_dropout: any,
    init_weights: any,
    auxiliary_loss_weight: any,
    layers_pattern: any,
  },
  count: ({ architecture, head, layers, task }, { r, shadow_num_hidden_layers, update_hidden_size }) => {
    const { width, blocks } = architecture;
    if (architecture.isEncoderDecoder)
      throw new CountingError("value", "ShadowPEFT copies a decoder: an encoder-decoder cannot be counted", [
        "models of one stack, such as gpt2 or Llama-3.2-1B",
      ]);
    const middle = update_hidden_size ?? r;
    const network = 2 * (2 * width * middle + middle + width);
    const inBlocks = (layers?.length ?? blocks) * (2 * width * r + network);
    const bare = architecture.load("FEATURE_EXTRACTION", 2)?.body ?? [];
    // The copy shares the embedding where PEFT finds it, by the name embed_tokens.
    const copy = bare
      .filter(({ path }) => !path.endsWith("embed_tokens"))
      .filter(({ layer }) => layer === undefined || layer < shadow_num_hidden_layers);
    const heads = ["score", "classifier"].map((name) => head.filter((part) => isInside(part, name)));
    const headCopy = task === "SEQ_CLS" ? sizeOfParts(heads.find((parts) => parts.length > 0) ?? []) : 0;
    const trained = inBlocks + sizeOfParts(copy) + headCopy;
    return {
      trained,
      added: trained,
      notes: [bare.some(({ path }) => /^(?:layers|h)\.0\./.test(path)) ? undefined : note("shadowBlocks")],
    };
  },
});
