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
import type { PreferenceSpec } from "./preference-spec";

/** Everything that follows from a reader's choices. */
export interface Preferences {
  /** All choices to learn from: those by hand, those of the simulated reader, guard pairs. */
  readonly clicks: readonly Click[];
  /** Choices that are not learned from, without wrong clicks; none where there is no simulated reader. */
  readonly heldOut: readonly Click[];
  /** What a reward model learned from the choices, in standard deviations above the mean over sentences of the base. */
  readonly reward: Judgement;
  /** How much the simulated reader really likes a sentence, on the same scale; null where there is none. */
  readonly gold: Judgement | null;
  /** That mean and deviation, of the rewards as the reward model gives them. */
  readonly rewardScale: Scale;
}

type Judgement = (words: readonly string[]) => number;

/** Mean and standard deviation over sentences of the base. */
export interface Scale {
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

  private constructor(
    private readonly spec: PreferenceSpec,
    private readonly language: SentenceLanguage,
    private readonly task: LoadedTask,
    private readonly seed: number,
  ) {}

  /** Null for a race without preferences, or whose task no reader can judge. */
  static of({ preferences, seed }: RaceSpec, task: LoadedTask): PreferenceSource | null {
    return preferences && task.sentences
      ? new PreferenceSource(preferences, task.sentences, task, seed)
      : null;
  }

  /** The same for every lane: pairs are sampled from the base, by the seed of the race. */
  from(reference: Subject): Promise<Preferences> {
    this.made ??= this.make(reference);
    return this.made;
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
    const usual = await this.sample(reference, usualSentences, random.fork("scale"));
    const learned = learnReward(language, clicks);
    const rewardScale = scaleOf(usual, learned.of);
    const goldOfReader: Judgement | null = reader && ((words) => goldOf(language, reader.taste, words));
    return {
      clicks,
      heldOut: reader ? await this.label(reference, heldOutPairs, random.fork("held-out")) : [],
      reward: scaled(learned.of, rewardScale),
      gold: goldOfReader && scaled(goldOfReader, scaleOf(usual, goldOfReader)),
      rewardScale,
    };
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

function scaleOf(sentences: readonly string[], judge: Judgement): Scale {
  const values = sentences.map((sentence) => judge(splitSentence(sentence)));
  // If all are equally good, there is nothing to scale by.
  return { mean: mean(values), deviation: deviation(values) || 1 };
}

function scaled(judge: Judgement, scale: Scale): Judgement {
  return (words) => (judge(words) - scale.mean) / scale.deviation;
}

/** The words of an answer in tokens, without its end. */
export function wordsOfAnswer(task: LoadedTask, answer: readonly number[]): readonly string[] {
  return splitSentence(task.tokenizer.decode(answer.filter((id) => id !== task.end)));
}
