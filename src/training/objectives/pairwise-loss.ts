// The loss of Bradley and Terry (1952) on a model with a scalar head: −log σ(r(better) − r(worse)).
import * as tf from "@tensorflow/tfjs-core";
import type { Subject } from "../../model/subject";
import { forward } from "../../model/transformer";
import { stackTokens } from "../batch";
import type { LossContext } from "./objective";
import { signsOf } from "./pairs";
import type { Pair } from "./preferences";

/** Where the reward of a sequence is read: at its last token, or from the mean over all its tokens. */
export type Pool = "last" | "mean";

export type PairwiseInputs = {
  /** (2N, T): the better sequences, then the worse ones. */
  readonly tokens: tf.Tensor2D;
  /** (2N): the last token of each, over the flattened (2N · T); left out where the mean over all tokens is read. */
  readonly rows?: tf.Tensor1D;
  /** (2N, N): the rewards of the sequences times this are those of better ones minus those of worse ones. */
  readonly signs: tf.Tensor2D;
  /** (1, N) and a scalar: the weight of each pair, and what the sum is divided by. */
  readonly weights: tf.Tensor2D;
  readonly normaliser: tf.Scalar;
};

/** The tensors of a step on these pairs. */
export function pairwiseInputs(pairs: readonly Pair[], pool: Pool, context: number): PairwiseInputs {
  // A sentence of full length has one token more than fit, the last one.
  const sequences = sequencesOf(pairs).map((ids) => ids.slice(0, context));
  const tokens = stackTokens(sequences.map((ids) => padded(ids, context)));
  const length = tokens.shape[1];
  const last = sequences.map((ids, i) => i * length + ids.length - 1);
  const each = sequences.map((_, i) => i);
  return {
    tokens,
    ...(pool === "last" && { rows: tf.tensor1d(last, "int32") }),
    signs: signsOf(pairs, sequences.length, each),
    weights: tf.ones([1, pairs.length]),
    normaliser: tf.scalar(pairs.length),
  };
}

export function pairwiseLoss({ ops, logits }: LossContext, inputs: PairwiseInputs): tf.Scalar {
  const { tokens, signs, weights, normaliser } = inputs;
  const rewards = ops.reshape(logits(tokens, inputs), [1, tokens.shape[0]]); // (1, 2N)
  const margins = ops.matMul(rewards, signs); // (1, N)
  return ops.scale(ops.weightedMean(ops.logSigmoid(margins), weights, normaliser), -1) as tf.Scalar;
}

/** r(better) − r(worse) of each pair. */
export async function rewardMargins(subject: Subject, pairs: readonly Pair[], pool: Pool): Promise<number[]> {
  const rewards = await rewardsOf(subject, sequencesOf(pairs), pool);
  return pairs.map((_, i) => rewards[i]! - rewards[pairs.length + i]!);
}

/** The reward of each sequence of token ids, cut to the context. */
export async function rewardsOf(
  { ops, model, edits }: Subject,
  sequences: readonly (readonly number[])[],
  pool: Pool,
): Promise<number[]> {
  if (sequences.length === 0) return [];
  const { context } = model.config;
  const rewards = tf.tidy(() => {
    const cut = sequences.map((ids) => ids.slice(0, context));
    const tokens = stackTokens(cut.map((ids) => padded(ids, context)));
    const last = cut.map((ids, i) => i * tokens.shape[1] + ids.length - 1);
    return forward(ops, model, tokens, edits, pool === "last" ? { rows: tf.tensor1d(last, "int32") } : {});
  });
  const values = Array.from(await rewards.data());
  rewards.dispose();
  return values;
}

/** The better sequences, then the worse ones in the same order. */
function sequencesOf(pairs: readonly Pair[]): readonly (readonly number[])[] {
  return [
    ...pairs.map(({ prompt, better }) => [...prompt, ...better]),
    ...pairs.map(({ prompt, worse }) => [...prompt, ...worse]),
  ];
}

function padded(ids: readonly number[], context: number): Int32Array {
  const all = new Int32Array(context);
  all.set(ids);
  return all;
}
