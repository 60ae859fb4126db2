import * as tf from "@tensorflow/tfjs-core";
import type { Subject } from "../../model/subject";
import { type Batch, stack } from "../batch";
import { exampleOfRows, rowLogProbs } from "./answers";
import type { LossContext } from "./objective";
import { clippedWeight, type ReusedAnswers } from "./reused-answers";
import type { Rollout } from "./rollout";

/** What a step of a policy reads. A type, not an interface, so that it can be used as a record of tensors. */
export type PolicyInputs = Pick<Batch, "tokens" | "rows" | "targets"> & {
  /** (1, R): what the log-probability of each row is multiplied by: the advantage of the answer that it is part of. */
  readonly advantages: tf.Tensor2D;
  /** How many answers there are. */
  readonly normaliser: tf.Scalar;
};

/** The tensors of a step on these answers, each with its advantage. */
export function policyInputs(
  { examples }: Pick<Rollout, "examples">,
  advantages: readonly number[],
): PolicyInputs {
  const ofRows = exampleOfRows(examples).map((example) => advantages[example]!);
  return inputsOf(stack(examples), ofRows, examples.length);
}

/** The tensors of a further step on answers: the policy has changed since it wrote them, and PPO clips. */
export async function reusedInputs(
  subject: Subject,
  { examples, advantages, logProbs }: ReusedAnswers,
  clip: number,
): Promise<PolicyInputs> {
  const batch = stack(examples);
  const now = await rowLogProbs(subject, batch);
  const ofRows = exampleOfRows(examples).map((example, row) =>
    clippedWeight(advantages[example]!, Math.exp(now[row]! - logProbs[row]!), clip),
  );
  return inputsOf(batch, ofRows, examples.length);
}

function inputsOf(
  { tokens, rows, targets, weights, normaliser }: Batch,
  ofRows: readonly number[],
  answers: number,
): PolicyInputs {
  tf.dispose([weights, normaliser]);
  const padded = new Float32Array(rows.size);
  padded.set(ofRows);
  return {
    tokens,
    rows,
    targets,
    advantages: tf.tensor2d(padded, [1, rows.size]),
    normaliser: tf.scalar(answers),
  };
}

export function policyLoss({ ops, logits }: LossContext, inputs: PolicyInputs): tf.Scalar {
  const { tokens, rows, targets, advantages, normaliser } = inputs;
  const logProbs = ops.tokenLogProbs(logits(tokens, { rows }), targets); // (1, R)
  return ops.scale(ops.weightedMean(logProbs, advantages, normaliser), -1) as tf.Scalar;
}
