import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { convolution, layerNorm, linear, type Part, parameter, stack } from "../part";
import { classifier } from "./classifier-heads";
import { modelShape } from "./model-shape";

/** Vision transformers on square patches, with a class token: ViT, DeiT (a token more), DINOv2 (learned scales). */
export function vit(fields: ConfigFields): ModelShape {
  const isDino = fields.family === "dinov2";
  const width = fields.whole("hidden_size");
  const inner = isDino ? width * fields.whole("mlp_ratio", 4) : fields.whole("intermediate_size");
  const layers = fields.whole("num_hidden_layers");
  const bias = fields.flag("qkv_bias", true);
  const block = (): Part[] =>
    isDino ? dinoBlock(width, inner, bias) : [...matrices(width, inner, bias), ...vitNorms(width)];
  const withLabels = (labels: number) => ({
    // DINOv2 classifies by the class token beside the mean of all others.
    ...classifier(isDino ? 2 * width : width, labels),
    without: ["pooler"],
  });
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    parts: [
      ...embeddings(fields, width),
      ...stack(isDino ? "encoder.layer" : "layers", layers, block).map(withFormerPath),
      layerNorm("layernorm", width),
      ...(isDino ? [] : [linear("pooler.dense", width, width, true)]),
    ],
    base: fields.family,
    heads: { IMAGE_CLS: withLabels, SEQ_CLS: withLabels },
  });
}

function embeddings(fields: ConfigFields, width: number): Part[] {
  const patch = fields.whole("patch_size", 16);
  const side = Math.floor(fields.whole("image_size", 224) / patch);
  const tokens = fields.family === "deit" ? 2 : 1;
  return [
    parameter("embeddings.cls_token", width),
    ...(fields.family === "deit" ? [parameter("embeddings.distillation_token", width)] : []),
    ...(fields.family === "dinov2" ? [parameter("embeddings.mask_token", width)] : []),
    parameter("embeddings.position_embeddings", width, side ** 2 + tokens),
    convolution("embeddings.patch_embeddings.projection", fields.whole("num_channels", 3), width, patch ** 2),
  ];
}

function matrices(width: number, inner: number, bias: boolean): Part[] {
  return [
    linear("attention.q_proj", width, width, bias, { role: "query" }),
    linear("attention.k_proj", width, width, bias, { role: "key" }),
    linear("attention.v_proj", width, width, bias, { role: "value" }),
    linear("attention.o_proj", width, width, true, { role: "output" }),
    linear("mlp.fc1", width, inner, true, { role: "up" }),
    linear("mlp.fc2", inner, width, true, { role: "down" }),
  ];
}

function vitNorms(width: number): Part[] {
  return [layerNorm("layernorm_before", width), layerNorm("layernorm_after", width)];
}

function dinoBlock(width: number, inner: number, bias: boolean): Part[] {
  return [
    layerNorm("norm1", width),
    ...matrices(width, inner, bias),
    parameter("layer_scale1.lambda1", width),
    layerNorm("norm2", width),
    parameter("layer_scale2.lambda1", width),
  ];
}

/** What the matrices of a block are called in HF transformers 4. */
const formerNames: Readonly<Record<string, string>> = {
  "attention.q_proj": "attention.attention.query",
  "attention.k_proj": "attention.attention.key",
  "attention.v_proj": "attention.attention.value",
  "attention.o_proj": "attention.output.dense",
  "mlp.fc1": "intermediate.dense",
  "mlp.fc2": "output.dense",
};

/** DINOv2 kept the names of its feed-forward. */
function withFormerPath(part: Part): Part {
  const [, stackName, layer, name] = /^(layers|encoder\.layer)\.(\d+)\.(.*)$/.exec(part.path) ?? [];
  const former = name === undefined ? undefined : formerNames[name];
  if (former === undefined || (stackName === "encoder.layer" && name?.startsWith("mlp"))) return part;
  return { ...part, formerPath: `encoder.layer.${layer}.${former}` };
}
