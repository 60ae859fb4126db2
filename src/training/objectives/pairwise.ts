// −log σ(r(better) − r(worse)): a reward model from preferences, a scalar r for each sequence.
import * as tf from "@tensorflow/tfjs-core";
import { papers } from "../../lib/papers";
import type { Subject } from "../../model/subject";
import { forward } from "../../model/transformer";
import { stackTokens } from "../batch";
import { Annotator } from "./annotator";
import { type Drawn, defineObjective, type LossContext, needsDecoder } from "./objective";
import { objectiveOptions } from "./option-specs";
import { accuracyOf, meanLoss, signsOf } from "./pairs";
import { collectPairs, type Pair } from "./preferences";

type PairwiseInputs = {
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

const heldOutPairs = 128;

export const pairwise = defineObjective({
  id: "pairwise",
  options: objectiveOptions.pairwise,
  series: ["accuracy"],
  paper: papers["bradley-terry"],
  head: ({ pool }) => ({ kind: "scalar", pool }),
  misfit: needsDecoder,
  start({ options, task, batch: size, preferences }) {
    const annotator = new Annotator(task, options.prefer, "pairwise", preferences);
    let train: readonly Pair[] | undefined;
    let heldOut: readonly Pair[] | undefined;
    return {
      async inputs({ random, reference }): Promise<Drawn<PairwiseInputs>> {
        await annotator.meet(reference);
        train ??= await collectPairs(annotator, reference, "train", options.pairs);
        const all = train;
        const pairs = Array.from({ length: size }, () => random.pick(all));
        return { inputs: pairwiseInputs(pairs, options.pool, task.context) };
      },
      loss: pairwiseLoss,
      async measure({ subject, reference }) {
        await annotator.meet(reference);
        heldOut ??= await collectPairs(annotator, reference, "heldOut", heldOutPairs);
        const margins = await rewardMargins(subject, heldOut, options.pool, task.context);
        const accuracy = accuracyOf(margins);
        return { series: { accuracy }, own: { loss: meanLoss(margins), exact: accuracy } };
      },
    };
  },
});

/** The tensors of a step on these pairs. */
export function pairwiseInputs(
  pairs: readonly Pair[],
  pool: "last" | "mean",
  context: number,
): PairwiseInputs {
  const sequences = [
    ...pairs.map(({ prompt, better }) => [...prompt, ...better]),
    ...pairs.map(({ prompt, worse }) => [...prompt, ...worse]),
  ];
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
export async function rewardMargins(
  { ops, model, edits }: Subject,
  pairs: readonly Pair[],
  pool: "last" | "mean",
  context: number,
): Promise<number[]> {
  const margins = tf.tidy(() => {
    const { tokens, rows, signs } = pairwiseInputs(pairs, pool, context);
    const rewards = forward(ops, model, tokens, edits, rows ? { rows } : {});
    return ops.matMul(ops.reshape(rewards, [1, tokens.shape[0]]), signs);
  });
  const values = Array.from(await margins.data());
  margins.dispose();
  return values;
}

function padded(ids: readonly number[], context: number): Int32Array {
  const all = new Int32Array(context);
  all.set(ids);
  return all;
}
