import type { Random } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import { type ModelConfig, parameterShapes } from "./config";

/**
 * Fresh parameters as in GPT-2 (Radford et al. 2019): matrices normal with std 0.02, those that write to the residual
 * stream smaller by √(2L); biases 0, gains 1. Each tensor has its own stream, so shapes do not disturb each other.
 */
export function initialParams(config: ModelConfig, random: Random): Record<string, PlainTensor> {
  const shapes = Object.entries(parameterShapes(config));
  return Object.fromEntries(
    shapes.map(([name, shape]) => {
      const size = sizeOf(shape);
      return [name, { shape, data: initialData(name, size, config.layers, random.fork(name)) }];
    }),
  );
}

function initialData(name: string, size: number, layers: number, random: Random): Float32Array {
  if (name.endsWith(".bias")) return new Float32Array(size);
  if (name.endsWith("norm.weight")) return new Float32Array(size).fill(1);
  const writesToResidual = name.endsWith("attention.output.weight") || name.endsWith("mlp.down.weight");
  const std = writesToResidual ? 0.02 / Math.sqrt(2 * layers) : 0.02;
  return Float32Array.from({ length: size }, () => random.normal() * std);
}
