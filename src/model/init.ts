import type { Random } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import type { InitialScale, ModelConfig } from "./config";
import { parameterShapes } from "./parameters";
import { stacksOf, sublayersOf } from "./sites";

/**
 * Fresh parameters: matrices normal, biases 0, gains 1. Each tensor has its own random stream, so that the shape of one
 * does not change another.
 */
export function initialParams(
  config: ModelConfig,
  random: Random,
  scale: InitialScale = "gpt-2",
): Record<string, PlainTensor> {
  const shapes = Object.entries(parameterShapes(config));
  return Object.fromEntries(
    shapes.map(([name, shape]) => {
      const size = sizeOf(shape);
      const inBlock = name.includes("blocks.");
      const fanIn = scale === "fan-in" && inBlock ? 0.7 / Math.sqrt(shape[0]!) : smallStd(config, name);
      const std = config.picture ? pictureStd(name, shape) : fanIn;
      return [name, { shape, data: initialData(name, size, std, random.fork(name)) }];
    }),
  );
}

/** Number of sublayers in the stack that a parameter belongs to. */
function sublayersBeside(config: ModelConfig, name: string): number {
  const stack = stacksOf(config).find(({ prefix }) => name.startsWith(prefix));
  return stack?.blocks.flatMap(sublayersOf).length ?? 0;
}

/** As in GPT-2. */
function smallStd(config: ModelConfig, name: string): number {
  const writesToResidual = /\.(output|mlp\.down)\.weight$/.test(name);
  return writesToResidual ? 0.02 / Math.sqrt(sublayersBeside(config, name)) : 0.02;
}

/** Of a model that draws: large embeddings, matrices as in PyTorch, and a last step that starts at 0. */
function pictureStd(name: string, shape: readonly number[]): number {
  if (name === "embedding.new.weight" || name === "patch.out.weight") return 0;
  if (name === "embedding.token.weight") return 0.5;
  return name === "embedding.position.weight" ? 0.02 : 1 / Math.sqrt(3 * shape[0]!);
}

function initialData(name: string, size: number, std: number, random: Random): Float32Array {
  if (name.endsWith(".bias")) return new Float32Array(size);
  if (name.endsWith("norm.weight")) return new Float32Array(size).fill(1);
  return Float32Array.from({ length: size }, () => random.normal() * std);
}
