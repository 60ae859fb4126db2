import * as tf from "@tensorflow/tfjs-core";
import type { Subject } from "./subject";
import { forward } from "./transformer";

/** The probability of each token (V) after each position of a text, in one forward pass: (T) rows. */
export async function nextTokens(
  { ops, model, edits }: Subject,
  tokens: ArrayLike<number>,
): Promise<readonly Float32Array[]> {
  const chances = tf.tidy(() =>
    tf.softmax(
      forward(ops, model, tf.tensor2d(Array.from(tokens), [1, tokens.length], "int32"), edits) as tf.Tensor3D,
    ),
  );
  const values = (await chances.data()) as Float32Array;
  chances.dispose();
  const { vocabulary } = model.config;
  return Array.from({ length: tokens.length }, (_, at) =>
    values.slice(at * vocabulary, (at + 1) * vocabulary),
  );
}
