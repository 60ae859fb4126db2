import * as tf from "@tensorflow/tfjs-core";
import { sizeOf } from "../lib/shape";
import type { ModelConfig } from "../model/config";
import type { PictureInputs } from "../model/picture";
import { timeFeatures } from "../model/time-features";
import { patchCount, toPatches } from "../tasks/creatures/patches";
import { channels } from "../tasks/creatures/places";
import { anyToken, patchToken, promptLength } from "../tasks/creatures/words";

/** What a picture is asked for with. */
export interface PictureAsked {
  /** The words, `promptLength` of them. */
  readonly tokens: Int32Array;
  /** The first word is the new one. */
  readonly isNew?: boolean;
  /** An outline, 12 × 12: for a method that reads it. */
  readonly outline?: Float32Array;
}

/** Nothing asked for: any picture. */
export const anything: PictureAsked = { tokens: new Int32Array(promptLength).fill(anyToken) };

/** What the model reads of pictures, given noisy ones (patch by patch) and their times. The caller disposes the tensors. */
export function pictureInputs(
  { picture: shape, context }: ModelConfig,
  asked: readonly PictureAsked[],
  noisy: readonly Float32Array[],
  times: readonly number[],
): PictureInputs {
  if (!shape) throw new Error("the model does not draw: it has no patches");
  const [batch, length] = [asked.length, shape.words + patchCount];
  if (length !== context) throw new RangeError(`the model reads ${context} positions, not ${length}`);
  const fill = (each: number, write: (row: Float32Array, i: number) => void): tf.Tensor3D => {
    const values = new Float32Array(batch * length * each);
    for (let i = 0; i < batch; i++) write(values.subarray(i * length * each, (i + 1) * length * each), i);
    return tf.tensor3d(values, [batch, length, each]);
  };
  const tokens = new Int32Array(batch * length).fill(patchToken);
  asked.forEach((one, i) => {
    tokens.set(one.tokens, i * length);
  });
  const hasOutline = asked.some(({ outline }) => outline !== undefined);
  const outlineValues = shape.values / channels;
  return {
    tokens: tf.tensor2d(tokens, [batch, length], "int32"),
    isNew: fill(1, (row, i) => row.fill(asked[i]!.isNew ? 1 : 0, 0, 1)),
    patches: fill(shape.values, (row, i) => row.set(noisy[i]!, shape.words * shape.values)),
    time: tf.tensor2d(timeFeatures(times, shape.time), [batch, shape.time]),
    picture: tf.tensor1d(
      Int32Array.from({ length: batch * length }, (_, at) => Math.floor(at / length)),
      "int32",
    ),
    ...(hasOutline && {
      condition: fill(outlineValues, (row, i) => {
        const { outline } = asked[i]!;
        if (outline) row.set(toPatches(outline, 1), shape.words * outlineValues);
      }),
    }),
  };
}

/** Values of a picture as the model reads it. */
export const patchValues = sizeOf([patchCount, 4, channels]);
