import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../../src/engine/engine";
import { createRandom } from "../../src/lib/random";
import { generate } from "../../src/model/generate";
import { loudModel, smallDecoder } from "../../src/model/test-models";

/** What a model writes on a backend. */
export interface SeenTexts {
  /** Greedy, drawn, and drawn from the likeliest four. */
  readonly texts: readonly (readonly number[])[];
  readonly logProbs: readonly number[];
  /** How often results were read back in all. */
  readonly reads: number;
  /** Tensors that were left behind. */
  readonly leaked: number;
}

/** Continues prompts of different lengths on the current backend, up to 12 tokens each. */
export async function seeTexts({ ops }: Engine): Promise<SeenTexts> {
  const subject = { ops, model: loudModel(smallDecoder), edits: {} };
  const prompts = [[1, 2, 3], [4], [5, 6, 7, 2, 9, 3, 1], [7, 7]];
  const tensors = tf.memory().numTensors;
  const backend = tf.backend();
  const read = backend.read;
  let reads = 0;
  backend.read = (id) => {
    reads++;
    return read.call(backend, id);
  };
  try {
    const drawn = { most: 12, end: 0, temperature: 2, samples: 3, random: createRandom("texts") };
    const all = [
      await generate(subject, prompts, { most: 12 }),
      await generate(subject, prompts, drawn),
      await generate(subject, prompts, { ...drawn, topK: 4 }),
    ].flat(2);
    return {
      texts: all.map(({ ids }) => ids),
      logProbs: all.flatMap(({ logProbs }) => [...logProbs]),
      reads,
      leaked: tf.memory().numTensors - tensors,
    };
  } finally {
    backend.read = read;
  }
}
