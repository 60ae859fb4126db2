import type { AnyOptions } from "../lib/options";

/** One lane of a race: a method, its options and its own learning rate. */
export interface LaneSpec {
  readonly method: string;
  readonly options: AnyOptions;
  /** Peak of the schedule: linear warm-up over 5 % of the steps, then cosine to 5 %. */
  readonly learningRate: number;
}

/** A race as plain data: same spec, same backend, same curves. This is what a link holds. */
export interface RaceSpec {
  readonly base: string;
  /** false: the untrained twin, the same shapes filled with random numbers. */
  readonly pretrained: boolean;
  readonly task: string;
  /** One to six. */
  readonly lanes: readonly LaneSpec[];
  /** Examples a step. */
  readonly batch: number;
  readonly steps: number;
  readonly seed: number;
}

export const limits = {
  lanes: { min: 1, max: 6 },
  batch: { min: 1, max: 128 },
  steps: { min: 1, max: 5000 },
  seed: { min: 0, max: 999_999 },
  learningRate: { min: 1e-6, max: 1 },
} as const;
