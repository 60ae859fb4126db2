// REINFORCE: −(R − b) log π(answer), R = reward − β (log π(answer) − log π₀(answer)); b is the baseline. With PPO's clipping.
import { deviation, mean } from "../../lib/mean";
import { papers } from "../../lib/papers";
import type { Subject } from "../../model/subject";
import { Annotator } from "./annotator";
import { type Drawn, defineObjective, needsDecoder, type StopReason } from "./objective";
import { clipReward, objectiveOptions } from "./option-specs";
import { type PolicyInputs, policyInputs, policyLoss, reusedInputs } from "./policy-inputs";
import { policySeries } from "./policy-series";
import { type ReusedAnswers, recallAnswers, rememberAnswers } from "./reused-answers";
import { type Rollout, rollOut } from "./rollout";

/** Mean and standard deviation of the reference's rewards, and the moving baseline, once they are known. */
interface PolicyState {
  readonly rewardMean?: number;
  readonly rewardDeviation?: number;
  readonly baseline?: number;
}

/** How much of the moving baseline stays from step to step. */
const smoothing = 0.9;

export const policyGradient = defineObjective({
  id: "policy-gradient",
  options: objectiveOptions["policy-gradient"],
  series: ["reward", "kl", "variety", "gold"],
  paper: papers.williams,
  misfit: needsDecoder,
  start({ options, task, batch: size, preferences }) {
    const { beta, reward: rule, baseline, epochs, clip, standardise, mostKl, leastVariety } = options;
    const annotator = new Annotator(task, rule, "policy-gradient", preferences);
    const prompts = annotator.heldOutPrompts();
    let state: PolicyState = {};
    let reused: ReusedAnswers | null = null;

    async function meetReference(reference: Subject): Promise<void> {
      const { rewards } = await rollOut(reference, reference, annotator, prompts);
      // If all rewards are equal, there is nothing to scale by.
      state = { ...state, rewardMean: mean(rewards), rewardDeviation: deviation(rewards) || 1 };
    }

    /** Rewards on a common scale. */
    function scaled(rewards: readonly number[]): readonly number[] {
      const { rewardMean, rewardDeviation } = state;
      if (rewardMean === undefined || rewardDeviation === undefined) return rewards;
      return rewards.map((reward) => clipReward((reward - rewardMean) / rewardDeviation));
    }

    function stopAt({ kl, variety }: Readonly<Record<"kl" | "variety", number>>): StopReason | undefined {
      if (mostKl > 0 && kl > mostKl) return "kl";
      return variety < leastVariety ? "collapse" : undefined;
    }

    /** A further step on the answers that the last one learned from. */
    async function again(subject: Subject, answers: ReusedAnswers): Promise<Drawn<PolicyInputs>> {
      reused = { ...answers, uses: answers.uses + 1 };
      return { inputs: await reusedInputs(subject, answers, clip), series: answers.series };
    }

    return {
      async inputs({ random, subject, reference }): Promise<Drawn<PolicyInputs>> {
        await annotator.meet(reference);
        if (reused && reused.uses < epochs) return again(subject, reused);
        if (standardise && state.rewardMean === undefined) await meetReference(reference);
        const asked = Array.from({ length: size }, () => annotator.prompt("train", random));
        const rollout = await rollOut(subject, reference, annotator, asked, random);
        const returns = returnsOf({ rewards: scaled(rollout.rewards), kls: rollout.kls }, beta);
        const now = mean(returns);
        const before = state.baseline ?? now;
        state = { ...state, baseline: smoothing * before + (1 - smoothing) * now };
        const advantages = centred(returns, baseline === "batch" ? now : before);
        const inputs = policyInputs(rollout, advantages);
        const series = policySeries(rollout, annotator);
        const stop = stopAt(series);
        const logProbs = Array.from(rollout.logProbs);
        if (epochs > 1) reused = { examples: rollout.examples, advantages, logProbs, series, uses: 1 };
        return { inputs, series, ...(stop && { stop }) };
      },
      loss: policyLoss,
      async measure({ subject, reference }) {
        await annotator.meet(reference);
        return { series: policySeries(await rollOut(subject, reference, annotator, prompts), annotator) };
      },
      remembered: () => ({ ...state, ...rememberAnswers(reused) }),
      recall: (remembered) => {
        const { rewardMean, rewardDeviation, baseline } = remembered;
        state = {
          ...(typeof rewardMean === "number" && { rewardMean }),
          ...(typeof rewardDeviation === "number" && { rewardDeviation }),
          ...(typeof baseline === "number" && { baseline }),
        };
        reused = recallAnswers(remembered);
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
