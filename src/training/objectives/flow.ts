// Flow matching: between noise and a picture, x_t = (1 − t) · noise + t · picture, predict the velocity picture − noise.
import * as tf from "@tensorflow/tfjs-core";
import type { Random } from "../../lib/random";
import type { ModelConfig } from "../../model/config";
import { type PictureInputs, velocity } from "../../model/picture";
import { patchCount, toPatches } from "../../tasks/creatures/patches";
import { channels } from "../../tasks/creatures/places";
import { type PictureAsked, patchValues, pictureInputs } from "../picture-batch";
import type { Draw, Drawn, LossContext, Objective } from "./objective";

/** A picture to learn from, and what it shows. */
export interface FlowExample extends PictureAsked {
  /** 12 × 12 pixels of red, green and blue, −1 to 1. */
  readonly picture: Float32Array;
}

/** What a step reads; `away`: noise − picture (B, patches, values), minus the velocity that is right. */
export type FlowInputs = PictureInputs & { readonly away: tf.Tensor3D };

export interface FlowObjective extends Objective<FlowInputs> {
  inputs(draw: Pick<Draw, "random">): Drawn<FlowInputs>;
}

/**
 * Rectified flow (Liu et al. 2022; Lipman et al. 2022): the mean square error of the velocity, at times t = σ(z) with z
 * standard normal (Esser et al. 2024). `example` draws one example; `batch` of them make a step.
 */
export function startFlow(
  config: ModelConfig,
  batch: number,
  example: (random: Random) => FlowExample,
): FlowObjective {
  return {
    inputs: ({ random }) => ({ inputs: flowInputs(config, drawAll(batch, random, example), random) }),
    loss: flowLoss,
  };
}

function drawAll<T>(count: number, random: Random, draw: (random: Random) => T): readonly T[] {
  return Array.from({ length: count }, (_, i) => draw(random.fork(i)));
}

/** Noise and a time for each example. The caller disposes the tensors. */
export function flowInputs(
  config: ModelConfig,
  examples: readonly FlowExample[],
  random: Random,
): FlowInputs {
  const stream = random.fork("noise");
  const times = examples.map(() => 1 / (1 + Math.exp(-stream.normal())));
  const away = new Float32Array(examples.length * patchValues);
  const noisy = examples.map(({ picture }, row) => {
    const patches = toPatches(picture, channels);
    return patches.map((value, i) => {
      const noise = stream.normal();
      away[row * patchValues + i] = noise - value;
      return noise + times[row]! * (value - noise);
    });
  });
  return {
    ...pictureInputs(config, examples, noisy, times),
    away: tf.tensor3d(away, [examples.length, patchCount, patchValues / patchCount]),
  };
}

export function flowLoss(
  { ops, subject }: Pick<LossContext, "ops" | "subject">,
  inputs: FlowInputs,
): tf.Scalar {
  const difference = ops.add(velocity(subject, inputs), inputs.away);
  const row = ops.reshape(difference, [1, difference.size]);
  // The sum of squares as a product of the row with itself: a kernel there is, and steps can be replayed.
  const squares = ops.matMulTransposed(row, row);
  return ops.reshape(ops.scale(squares, 1 / difference.size), []) as tf.Scalar;
}
