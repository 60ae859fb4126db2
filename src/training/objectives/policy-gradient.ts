// REINFORCE: −(R − b) log π(answer), R = reward − β (log π(answer) − log π₀(answer)); b is the baseline.
import * as tf from "@tensorflow/tfjs-core";
import { deviation, mean } from "../../lib/mean";
import { papers } from "../../lib/papers";
import type { Subject } from "../../model/subject";
import { type Batch, stack } from "../batch";
import { Annotator } from "./annotator";
import { exampleOfRows } from "./answers";
import { type Drawn, defineObjective, type LossContext, needsDecoder, type StopReason } from "./objective";
import { objectiveOptions } from "./option-specs";
import { policySeries } from "./policy-series";
import { type Rollout, rollOut } from "./rollout";

type PolicyInputs = Pick<Batch, "tokens" | "rows" | "targets"> & {
  /** (1, R): the advantage of the answer that each row is part of. */
  readonly advantages: tf.Tensor2D;
  /** How many answers there are. */
  readonly normaliser: tf.Scalar;
};

/** Standardised rewards are clipped to this many standard deviations, so that one lucky answer does not outweigh all others. */
const mostDeviations = 3;
/** How much of the moving baseline stays from step to step. */
const smoothing = 0.9;

export const policyGradient = defineObjective({
  id: "policy-gradient",
  options: objectiveOptions["policy-gradient"],
  series: ["reward", "kl", "variety", "gold"],
  paper: papers.williams,
  misfit: needsDecoder,
  start({ options, task, batch: size, preferences }) {
    const { beta, reward: rule, baseline, standardise, mostKl, leastVariety } = options;
    const annotator = new Annotator(task, rule, "policy-gradient", preferences);
    const prompts = annotator.heldOutPrompts();
    /** Mean and standard deviation of the reference's rewards, and the moving baseline, once they are known. */
    let state: Readonly<Record<string, number>> = {};

    async function meetReference(reference: Subject): Promise<void> {
      const { rewards } = await rollOut(reference, reference, prompts, task.end);
      // If all rewards are equal, there is nothing to scale by.
      state = { ...state, rewardMean: mean(rewards), rewardDeviation: deviation(rewards) || 1 };
    }

    /** Rewards on a common scale. */
    function scaled(rewards: readonly number[]): readonly number[] {
      const { rewardMean, rewardDeviation } = state;
      if (rewardMean === undefined || rewardDeviation === undefined) return rewards;
      return rewards.map((reward) => {
        const deviations = (reward - rewardMean) / rewardDeviation;
        return Math.max(-mostDeviations, Math.min(mostDeviations, deviations));
      });
    }

    function stopAt({ kl, variety }: Readonly<Record<"kl" | "variety", number>>): StopReason | undefined {
      if (mostKl > 0 && kl > mostKl) return "kl";
      return variety < leastVariety ? "collapse" : undefined;
    }

    return {
      async inputs({ random, subject, reference }): Promise<Drawn<PolicyInputs>> {
        await annotator.meet(reference);
        if (standardise && state.rewardMean === undefined) await meetReference(reference);
        const asked = Array.from({ length: size }, () => annotator.prompt("train", random));
        const rollout = await rollOut(subject, reference, asked, task.end, random);
        const returns = returnsOf({ rewards: scaled(rollout.rewards), kls: rollout.kls }, beta);
        const now = mean(returns);
        const before = state.baseline ?? now;
        state = { ...state, baseline: smoothing * before + (1 - smoothing) * now };
        const advantages = centred(returns, baseline === "batch" ? now : before);
        const inputs = policyInputs(rollout, advantages);
        const series = policySeries(rollout, annotator);
        const stop = stopAt(series);
        return { inputs, series, ...(stop && { stop }) };
      },
      loss: policyLoss,
      async measure({ subject, reference }) {
        await annotator.meet(reference);
        return { series: policySeries(await rollOut(subject, reference, prompts, task.end), annotator) };
      },
      remembered: () => state,
      recall: (remembered) => {
        state = remembered;
      },
    };
  },
});

/** The return of each answer: its reward minus the price of its divergence from the reference. */
export function returnsOf({ rewards, kls }: Pick<Rollout, "rewards" | "kls">, beta: number): number[] {
  return rewards.map((reward, i) => reward - beta * kls[i]!);
}

/** How far each return is above the baseline, which is the mean over the batch by default. */
export function centred(returns: readonly number[], baseline = mean(returns)): number[] {
  return returns.map((value) => value - baseline);
}

/** The tensors of a step on these answers, each with its advantage. */
export function policyInputs(
  { examples }: Pick<Rollout, "examples">,
  advantages: readonly number[],
): PolicyInputs {
  const { tokens, rows, targets, weights, normaliser } = stack(examples);
  tf.dispose([weights, normaliser]);
  const ofRows = new Float32Array(rows.size);
  ofRows.set(exampleOfRows(examples).map((example) => advantages[example]!));
  return {
    tokens,
    rows,
    targets,
    advantages: tf.tensor2d(ofRows, [1, rows.size]),
    normaliser: tf.scalar(examples.length),
  };
}

export function policyLoss({ ops, logits }: LossContext, inputs: PolicyInputs): tf.Scalar {
  const { tokens, rows, targets, advantages, normaliser } = inputs;
  const logProbs = ops.tokenLogProbs(logits(tokens, { rows }), targets); // (1, R)
  return ops.scale(ops.weightedMean(logProbs, advantages, normaliser), -1) as tf.Scalar;
}
