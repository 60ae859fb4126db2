import type { Tensor } from "@tensorflow/tfjs-core";
import type { PlainTensor } from "../lib/safetensors";

/**
 * Exponential moving average of parameters over the steps of training (Polyak & Juditsky 1992): what is drawn with is
 * smoother than any single step. It starts short and gets longer up to `share`, the part that is kept at each step.
 */
export class MovingAverage {
  private readonly values: Record<string, { readonly shape: readonly number[]; readonly data: Float32Array }>;
  private steps = 0;

  constructor(
    private readonly variables: Readonly<Record<string, Tensor>>,
    private readonly share: number,
  ) {
    const copies = Object.entries(variables).map(([name, variable]) => {
      return [name, { shape: variable.shape, data: Float32Array.from(variable.dataSync()) }] as const;
    });
    this.values = Object.fromEntries(copies);
  }

  /** Follows the parameters as they are after a step. */
  follow(): void {
    this.steps++;
    const kept = Math.min(this.share, this.steps / (this.steps + 50));
    for (const [name, { data }] of Object.entries(this.values)) {
      const now = this.variables[name]!.dataSync();
      for (let i = 0; i < data.length; i++) data[i]! += (1 - kept) * (now[i]! - data[i]!);
    }
  }

  get average(): Readonly<Record<string, PlainTensor>> {
    return this.values;
  }
}
