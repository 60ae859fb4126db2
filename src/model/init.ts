import type { Random } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import type { ModelConfig } from "./config";
import { parameterShapes } from "./parameters";
import { stacksOf, sublayersOf } from "./sites";

/**
 * Fresh parameters as in GPT-2 (Radford et al. 2019): matrices normal with std 0.02, divided by the root of the number of
 * sublayers where they write to the residual stream; biases 0, gains 1. Each tensor has its own random stream, so that
 * the shape of one does not change another.
 */
export function initialParams(config: ModelConfig, random: Random): Record<string, PlainTensor> {
  const shapes = Object.entries(parameterShapes(config));
  return Object.fromEntries(
    shapes.map(([name, shape]) => {
      const size = sizeOf(shape);
      return [
        name,
        { shape, data: initialData(name, size, sublayersBeside(config, name), random.fork(name)) },
      ];
    }),
  );
}

/** Number of sublayers in the stack that a parameter belongs to. */
function sublayersBeside(config: ModelConfig, name: string): number {
  const stack = stacksOf(config).find(({ prefix }) => name.startsWith(prefix));
  return stack?.blocks.flatMap(sublayersOf).length ?? 0;
}

function initialData(name: string, size: number, sublayers: number, random: Random): Float32Array {
  if (name.endsWith(".bias")) return new Float32Array(size);
  if (name.endsWith("norm.weight")) return new Float32Array(size).fill(1);
  const writesToResidual = /\.(output|mlp\.down)\.weight$/.test(name);
  const std = writesToResidual ? 0.02 / Math.sqrt(sublayers) : 0.02;
  return Float32Array.from({ length: size }, () => random.normal() * std);
}
