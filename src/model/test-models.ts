// Models that several tests share.
import { createRandom } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { toModel } from "../training/load-base";
import { type ModelConfig, tokensHead } from "./config";
import { parameterShapes } from "./parameters";
import type { Model } from "./transformer";

export const smallDecoder: ModelConfig = {
  kind: "decoder",
  vocabulary: 12,
  context: 14,
  layers: 2,
  heads: 2,
  width: 16,
  tied: true,
  head: tokensHead,
};

/** Parameters so large that every token, position and key makes a difference that a test can see. */
export function loudModel(config: ModelConfig): Model {
  const random = createRandom("generate");
  const params: Record<string, PlainTensor> = {};
  for (const [name, shape] of Object.entries(parameterShapes(config))) {
    const size = shape.reduce((a, b) => a * b, 1);
    const own = random.fork(name);
    params[name] = { shape, data: Float32Array.from({ length: size }, () => own.normal() * 0.5) };
  }
  return toModel(config, params);
}
