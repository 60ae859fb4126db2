import type { Engine } from "../../engine/engine";
import { createRandom, type Random } from "../../lib/random";
import { full } from "../../methods/full";
import type { Model } from "../../model/transformer";
import type { Click } from "../../tasks/sentences/learned-reward";
import type { SentenceLanguage } from "../../tasks/sentences/sentence-language";
import type { LoadedTask } from "../../tasks/task";
import { type PairwiseInputs, pairwiseInputs, pairwiseLoss, rewardsOf } from "../objectives/pairwise-loss";
import type { Pair } from "../objectives/preferences";
import { scheduleAt } from "../schedule";
import { TrainingSession } from "../session";
import { headSteps } from "./preference-spec";
import type { NewReward, TrainedReward } from "./preferences";

const pool = "mean";
const batch = 32;
const learningRate = 1e-3;

interface RewardHeadSpec {
  readonly engine: Engine;
  readonly base: Model;
  readonly task: LoadedTask;
  readonly language: SentenceLanguage;
  readonly clicks: readonly Click[];
  readonly seed: number;
}

/** Makes reward heads on a base. */
export function rewardHeads(engine: Engine, base: Model): NewReward {
  return (clicks, about) => new RewardHead({ engine, base, clicks, ...about });
}

/**
 * A reward model on the base (Ouyang et al. 2022, §3.5): a scalar head reads the mean of the last features, and the whole
 * model learns from the clicks. It reads the order of the words, where the bag of words only counts them.
 */
class RewardHead implements TrainedReward {
  private readonly session: TrainingSession;
  private readonly pairs: readonly Pair[];
  private readonly random: Random;
  private steps = 0;

  constructor(private readonly spec: RewardHeadSpec) {
    const { engine, base, clicks, seed } = spec;
    this.pairs = clicks.map(({ better, worse }) => ({
      prompt: this.prompt,
      better: this.idsOf(better),
      worse: this.idsOf(worse),
    }));
    this.random = createRandom(seed).fork("reward head");
    this.session = new TrainingSession(engine, base, {
      method: full,
      options: {},
      seed,
      head: { kind: "scalar", pool },
      objective: {
        inputs: () => ({ inputs: this.draw() }),
        loss: (context, inputs: PairwiseInputs) => pairwiseLoss(context, inputs),
      },
    });
  }

  get step(): number {
    return this.steps;
  }

  trainTo(step: number): void {
    for (; this.steps < Math.min(step, headSteps); this.steps++) {
      const inputs = this.draw();
      this.session.step(inputs, learningRate * scheduleAt(this.steps, headSteps)).dispose();
      for (const tensor of Object.values(inputs)) tensor.dispose();
    }
  }

  async rewards(sentences: readonly (readonly string[])[]): Promise<readonly number[]> {
    const sequences = sentences.map((words) => [...this.prompt, ...this.idsOf(words.join(" "))]);
    return rewardsOf(this.session.subject, sequences, pool);
  }

  dispose(): void {
    this.session.dispose();
  }

  private draw(): PairwiseInputs {
    const random = this.random.fork(this.steps);
    const pairs = Array.from({ length: batch }, () => random.pick(this.pairs));
    return pairwiseInputs(pairs, pool, this.spec.task.context);
  }

  private get prompt(): Int32Array {
    return this.spec.task.prompt(this.spec.language.tag);
  }

  /** Words that the model does not know are left out. */
  private idsOf(sentence: string): readonly number[] {
    const { tokenizer, end } = this.spec.task;
    return [...tokenizer.encode(sentence).ids, end];
  }
}
