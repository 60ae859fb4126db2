import type { PublishedModel } from "./published-model";

type Config = PublishedModel["config"];

function vit([hidden_size, layers, heads]: readonly number[], more: Config = {}): Config {
  return {
    model_type: "vit",
    hidden_size,
    intermediate_size: 4 * hidden_size!,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    image_size: 224,
    patch_size: 16,
    ...more,
  };
}

const base = [768, 12, 12];
const large = [1024, 24, 16];
/** DINOv2 was trained on larger pictures than it is mostly shown. */
const dino = { model_type: "dinov2", image_size: 518, patch_size: 14 };

/** Models that look at pictures. */
export const vision: readonly PublishedModel[] = [
  {
    id: "vit-base-patch16-224-in21k",
    aliases: ["vit-base", "vit-base-patch16-224"],
    config: vit(base),
  },
  {
    id: "vit-large-patch16-224-in21k",
    aliases: ["vit-large", "vit-large-patch16-224"],
    config: vit(large),
  },
  {
    id: "vit-huge-patch14-224-in21k",
    aliases: ["vit-huge"],
    config: vit([1280, 32, 16], { patch_size: 14 }),
  },
  { id: "deit-base-distilled-patch16-224", config: vit(base, { model_type: "deit" }) },
  { id: "dinov2-small", config: vit([384, 12, 6], dino) },
  { id: "dinov2-base", config: vit(base, dino) },
  { id: "dinov2-large", config: vit(large, dino) },
];
