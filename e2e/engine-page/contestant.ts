import { createRandom } from "../../src/lib/random";
import type { PlainTensor } from "../../src/lib/safetensors";
import type { ModelConfig } from "../../src/model/config";
import { initialParams } from "../../src/model/init";
import type { Example } from "../../src/tasks/task";

/** A model and how many sequences are in a batch: the same for all who train it. */
export interface Setup {
  readonly config: ModelConfig;
  readonly batch: number;
}

/** One who trains. A step ends when its loss has been read, so that the work on a GPU is done. */
export interface Contestant {
  step(): Promise<number>;
  dispose(): void;
}

/** Adam as every contestant runs it. */
export const adam = { rate: 1e-3, beta1: 0.9, beta2: 0.98, epsilon: 1e-6 };

/** Starting parameters, the same for all. */
export function startingParams({ config }: Setup): Record<string, PlainTensor> {
  return initialParams(config, createRandom("bench"));
}

/** Sequences of random tokens; every position predicts a random token, each with weight 1 in the loss. */
export function randomExamples({ config, batch }: Setup): Example[] {
  const random = createRandom("bench").fork("examples");
  const draw = (): Int32Array =>
    Int32Array.from({ length: config.context }, () => 1 + random.integer(config.vocabulary - 1));
  return Array.from({ length: batch }, () => ({
    tokens: draw(),
    targets: draw(),
    weights: new Float32Array(config.context).fill(1),
  }));
}
