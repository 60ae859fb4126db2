import { deviation, mean } from "../../lib/mean";
import { createRandom, type Random } from "../../lib/random";
import type { Subject } from "../../model/subject";
import { guardPairs } from "../../tasks/sentences/guard-pairs";
import { type Click, learnReward } from "../../tasks/sentences/learned-reward";
import { type SentenceLanguage, splitSentence } from "../../tasks/sentences/sentence-language";
import { chooseByTaste, shuffled, withNoise } from "../../tasks/sentences/simulated-reader";
import { goldOf } from "../../tasks/sentences/tastes";
import type { LoadedTask } from "../../tasks/task";
import { sampleAnswers } from "../objectives/sample-answers";
import type { RaceSpec } from "../race-spec";
import { headSteps, type PreferenceSpec } from "./preference-spec";

/** Everything that follows from a reader's choices. */
export interface Preferences {
  /** All choices to learn from: those by hand, those of the simulated reader, guard pairs. */
  readonly clicks: readonly Click[];
  /** Choices that are not learned from, without wrong clicks; none where there is no simulated reader. */
  readonly heldOut: readonly Click[];
  /** The rewards of sentences as learned from the choices, in standard deviations above the mean over sentences of the base. */
  readonly rewards: Rewards;
  /** How much the simulated reader really likes a sentence, on the same scale; null where there is none. */
  readonly gold: Judgement | null;
}

type Judgement = (words: readonly string[]) => number;
type Rewards = (sentences: readonly (readonly string[])[]) => Promise<readonly number[]>;

/** A reward model that learns step by step. It keeps tensors until it is disposed. */
export interface TrainedReward {
  /** Steps taken, of `headSteps`. */
  readonly step: number;
  /** Trains until so many steps are taken; it cannot go back. */
  trainTo(step: number): void;
  /** The reward of each sentence, which is given in words. */
  rewards: Rewards;
  dispose(): void;
}

/** Makes a reward model that learns from clicks. */
export type NewReward = (
  clicks: readonly Click[],
  about: { readonly task: LoadedTask; readonly language: SentenceLanguage; readonly seed: number },
) => TrainedReward;

/** Mean and standard deviation over sentences of the base. */
interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

const heldOutPairs = 128;
/** Sentences of the base that rewards are measured by. */
const usualSentences = 256;
/** Pairs that are sampled at once. */
const chunk = 64;

/** The preferences of a race: made once, when the first lane asks for them. */
export class PreferenceSource {
  private made: Promise<Preferences> | undefined;
  private usual: Promise<readonly string[]> | undefined;
  /** Gives the rewards of the race, where that is what learns them. */
  private head: TrainedReward | null = null;
  /** Learns from other clicks, for a closer look. */
  private asked: { readonly clicks: string; readonly head: TrainedReward } | null = null;

  private constructor(
    private readonly spec: PreferenceSpec,
    private readonly language: SentenceLanguage,
    private readonly task: LoadedTask,
    private readonly seed: number,
    private readonly newReward: NewReward,
  ) {}

  /** Null for a race without preferences, or whose task no reader can judge. */
  static of(
    { preferences, seed }: RaceSpec,
    task: LoadedTask,
    newReward: NewReward,
  ): PreferenceSource | null {
    return preferences && task.sentences
      ? new PreferenceSource(preferences, task.sentences, task, seed, newReward)
      : null;
  }

  /** The same for every lane: pairs are sampled from the base, by the seed of the race. */
  from(reference: Subject): Promise<Preferences> {
    this.made ??= this.make(reference);
    return this.made;
  }

  /** A scalar head that learns from these clicks, as far as it has come. Other clicks start another one. */
  headFor(clicks: readonly Click[]): TrainedReward {
    const key = JSON.stringify(clicks);
    if (this.asked?.clicks !== key) {
      this.asked?.head.dispose();
      this.asked = { clicks: key, head: this.newHead(clicks) };
    }
    return this.asked.head;
  }

  /** Sentences of the base that rewards are measured by: the same for every race of a seed. */
  usualSentences(reference: Subject): Promise<readonly string[]> {
    const random = createRandom(this.seed).fork("preferences").fork("scale");
    this.usual ??= this.sample(reference, usualSentences, random);
    return this.usual;
  }

  dispose(): void {
    this.head?.dispose();
    this.asked?.head.dispose();
  }

  private newHead(clicks: readonly Click[]): TrainedReward {
    const { task, language, seed } = this;
    return this.newReward(clicks, { task, language, seed });
  }

  private async make(reference: Subject): Promise<Preferences> {
    const { spec, language } = this;
    const random = createRandom(this.seed).fork("preferences");
    const { reader } = spec;
    const labelled = reader ? await this.label(reference, reader.pairs, random.fork("train")) : [];
    const noise = random.fork("noise");
    const noisy = labelled.map((click) => withNoise(click, reader?.noise ?? 0, noise));
    const chosen = [...spec.clicks, ...noisy];
    const known = spec.shuffled ? shuffled(chosen, random.fork("shuffled")) : chosen;
    const clicks = spec.guard ? [...known, ...guardPairs(language, known, random.fork("guard"))] : known;
    const usual = await this.usualSentences(reference);
    const goldOfReader: Judgement | null = reader && ((words) => goldOf(language, reader.taste, words));
    return {
      clicks,
      heldOut: reader ? await this.label(reference, heldOutPairs, random.fork("held-out")) : [],
      rewards: await this.rewardsOf(clicks, usual),
      gold: goldOfReader && scaled(goldOfReader, scaleOf(judgeAll(goldOfReader, usual.map(splitSentence)))),
    };
  }

  /** The rewards that are learned from clicks, on the scale of the usual sentences. */
  private async rewardsOf(clicks: readonly Click[], usual: readonly string[]): Promise<Rewards> {
    const learned = this.learn(clicks);
    const scale = scaleOf(await learned(usual.map(splitSentence)));
    return async (sentences) => (await learned(sentences)).map((reward) => onScale(reward, scale));
  }

  private learn(clicks: readonly Click[]): Rewards {
    if (this.spec.rewardModel !== "head") {
      const { of } = learnReward(this.language, clicks);
      return async (sentences) => judgeAll(of, sentences);
    }
    const head = this.newHead(clicks);
    this.head = head;
    head.trainTo(headSteps);
    return (sentences) => head.rewards(sentences);
  }

  /** Pairs of sentences of the base, as the simulated reader likes them. It skips pairs in which it sees no difference. */
  private async label(reference: Subject, count: number, random: Random): Promise<readonly Click[]> {
    const { language, spec } = this;
    const taste = spec.reader?.taste;
    const clicks: Click[] = [];
    for (let asked = 0; taste && clicks.length < count && asked < 8 * count; asked += chunk) {
      const texts = await this.sample(reference, 2 * chunk, random.fork(asked));
      for (let i = 0; i < chunk; i++) {
        const click = chooseByTaste(language, taste, [texts[i]!, texts[chunk + i]!]);
        if (click) clicks.push(click);
      }
    }
    return clicks.slice(0, count);
  }

  /** Sentences of the base at temperature 1, without their end. */
  private async sample(reference: Subject, count: number, random: Random): Promise<readonly string[]> {
    const prompts = Array.from({ length: count }, () => this.task.prompt(this.language.tag));
    const answers = await sampleAnswers(reference, prompts, this.task.end, random);
    return answers.map((ids) => wordsOfAnswer(this.task, ids).join(" "));
  }
}

function judgeAll(judge: Judgement, sentences: readonly (readonly string[])[]): readonly number[] {
  return sentences.map((words) => judge(words));
}

function scaleOf(values: readonly number[]): Scale {
  // If all are equally good, there is nothing to scale by.
  return { mean: mean(values), deviation: deviation(values) || 1 };
}

function scaled(judge: Judgement, scale: Scale): Judgement {
  return (words) => onScale(judge(words), scale);
}

function onScale(value: number, scale: Scale): number {
  return (value - scale.mean) / scale.deviation;
}

/** The words of an answer in tokens, without its end. */
export function wordsOfAnswer(task: LoadedTask, answer: readonly number[]): readonly string[] {
  return splitSentence(task.tokenizer.decode(answer.filter((id) => id !== task.end)));
}
