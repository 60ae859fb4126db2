// −log σ(β ((log π(better) − log π(worse)) − (log π₀(better) − log π₀(worse)))): π₀ is the model without the method.
import * as tf from "@tensorflow/tfjs-core";
import { mean } from "../../lib/mean";
import { papers } from "../../lib/papers";
import type { Subject } from "../../model/subject";
import { type Batch, stack } from "../batch";
import { Annotator } from "./annotator";
import { answerLogProbs, exampleOf, exampleOfRows } from "./answers";
import { type Drawn, defineObjective, type LossContext, needsDecoder } from "./objective";
import { objectiveOptions } from "./option-specs";
import { accuracyOf, signsOf } from "./pairs";
import { policySeries } from "./policy-series";
import { collectPairs, type Pair } from "./preferences";
import { rollOut } from "./rollout";

type DpoInputs = Pick<Batch, "tokens" | "rows" | "targets"> & {
  /** (R, N): the log-probabilities of the rows times this are those of better answers minus those of worse ones. */
  readonly signs: tf.Tensor2D;
  /** (1, N): the same differences under the reference. */
  readonly referenceMargins: tf.Tensor2D;
  /** (1, N) and a scalar: the weight of each pair, and what the sum is divided by. */
  readonly weights: tf.Tensor2D;
  readonly normaliser: tf.Scalar;
};

const heldOutPairs = 64;

export const dpo = defineObjective({
  id: "dpo",
  options: objectiveOptions.dpo,
  series: ["accuracy", "margin", "reward", "kl", "variety", "gold"],
  paper: papers.dpo,
  misfit: needsDecoder,
  start({ options, task, batch, preferences }) {
    const size = options.batch || batch;
    const annotator = new Annotator(task, options.prefer, "dpo", preferences);
    const prompts = annotator.heldOutPrompts();
    let train: readonly Pair[] | undefined;
    let heldOut: readonly Pair[] | undefined;
    // The reference never changes: its margin is computed once for each pair.
    const known = new Map<Pair, number>();

    async function referenceMargins(reference: Subject, pairs: readonly Pair[]): Promise<number[]> {
      const fresh = [...new Set(pairs)].filter((pair) => !known.has(pair));
      const margins = await marginsOf(reference, fresh, task.context);
      fresh.forEach((pair, i) => {
        known.set(pair, margins[i]!);
      });
      return pairs.map((pair) => known.get(pair)!);
    }

    return {
      async inputs({ random, reference }): Promise<Drawn<DpoInputs>> {
        await annotator.meet(reference);
        train ??= await collectPairs(annotator, reference, "train", options.pairs);
        const all = train;
        const pairs = Array.from({ length: size }, () => random.pick(all));
        const margins = await referenceMargins(reference, pairs);
        return { inputs: dpoInputs(pairs, margins, task.context) };
      },
      loss: (context, inputs: DpoInputs) => dpoLoss(context, inputs, options.beta),
      async measure({ subject, reference }) {
        await annotator.meet(reference);
        heldOut ??= await collectPairs(annotator, reference, "heldOut", heldOutPairs);
        const before = await referenceMargins(reference, heldOut);
        const after = await marginsOf(subject, heldOut, task.context);
        const margins = after.map((margin, i) => options.beta * (margin - before[i]!));
        const answers = policySeries(await rollOut(subject, reference, annotator, prompts), annotator);
        // Nobody's choices are held out where there is no simulated reader.
        const pairs = margins.length > 0 && { accuracy: accuracyOf(margins), margin: mean(margins) };
        const isFar = options.mostKl > 0 && answers.kl > options.mostKl;
        return { series: { ...pairs, ...answers }, ...(isFar && { stop: "kl" as const }) };
      },
    };
  },
});

/** The tensors of a step on these pairs, whose margins under the reference are known. */
export function dpoInputs(pairs: readonly Pair[], margins: readonly number[], context: number): DpoInputs {
  const examples = examplesOf(pairs, context);
  const { tokens, rows, targets, weights, normaliser } = stack(examples);
  tf.dispose([weights, normaliser]);
  const count = pairs.length;
  return {
    tokens,
    rows,
    targets,
    signs: signsOf(pairs, rows.size, exampleOfRows(examples)),
    referenceMargins: tf.tensor2d([...margins], [1, count]),
    weights: tf.ones([1, count]),
    normaliser: tf.scalar(count),
  };
}

export function dpoLoss({ ops, logits }: LossContext, inputs: DpoInputs, beta: number): tf.Scalar {
  const { tokens, rows, targets, signs, referenceMargins, weights, normaliser } = inputs;
  const logProbs = ops.tokenLogProbs(logits(tokens, { rows }), targets); // (1, R)
  const margins = ops.matMul(logProbs, signs); // (1, N)
  const rewards = ops.scale(ops.add(margins, ops.scale(referenceMargins, -1)), beta);
  return ops.scale(ops.weightedMean(ops.logSigmoid(rewards), weights, normaliser), -1) as tf.Scalar;
}

/** log π(better) − log π(worse) of each pair. */
export async function marginsOf(
  subject: Subject,
  pairs: readonly Pair[],
  context: number,
): Promise<number[]> {
  if (pairs.length === 0) return [];
  const examples = examplesOf(pairs, context);
  const batch = stack(examples);
  const logProbs = await answerLogProbs(subject, examples, batch);
  tf.dispose(batch);
  return pairs.map((_, i) => logProbs[i]! - logProbs[pairs.length + i]!);
}

function examplesOf(pairs: readonly Pair[], context: number) {
  return [
    ...pairs.map(({ prompt, better }) => exampleOf(prompt, better, context)),
    ...pairs.map(({ prompt, worse }) => exampleOf(prompt, worse, context)),
  ];
}
