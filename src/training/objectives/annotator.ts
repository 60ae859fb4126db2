import { createRandom, type Random } from "../../lib/random";
import { InputError, type Item, type LoadedTask, type Split } from "../../tasks/task";

/** A question and two answers to it, as token ids. An answer ends with the end token, unless it was cut off. */
export interface Pair {
  readonly prompt: Int32Array;
  readonly better: readonly number[];
  readonly worse: readonly number[];
}

/** A question as token ids, and how good an answer to it is. */
export interface Prompt {
  readonly tokens: Int32Array;
  /** `answer`: token ids without the end token. */
  reward(answer: readonly number[]): number;
}

/**
 * What a simulated annotator prefers. right: an answer that the task counts as right. shorter: the answer with fewer
 * tokens. Rules that everybody can check, in the place of people.
 */
export const rules = ["right", "shorter"] as const;
export type Rule = (typeof rules)[number];

/** What the annotator says of a task's answers. Everything is drawn from a fixed seed, so that all lanes meet the same pairs. */
export class Annotator {
  constructor(
    private readonly task: LoadedTask,
    private readonly rule: Rule,
  ) {}

  /** A random question of a split. */
  prompt(split: Split, random: Random): Prompt {
    for (let tries = 0; tries < 100; tries++) {
      const item = this.task.draw(split, random);
      const tokens = this.tokensOf(item);
      if (tokens) return { tokens, reward: (answer) => this.reward(item, answer) };
    }
    throw new Error("the task has no question that can be asked");
  }

  /**
   * At most `count` pairs: the answer to an item, and the answer to another one in its place. Pairs that are alike for
   * the annotator, or too long for the model, are left out.
   */
  pairs(split: Split, count: number): readonly Pair[] {
    const random = createRandom("pairs").fork(split);
    const pairs: Pair[] = [];
    for (let tries = 0; pairs.length < count && tries < 20 * count; tries++) {
      const item = this.task.draw(split, random);
      const [one, other] = [item, this.task.draw(split, random)].map(({ answer }) => this.idsOf(answer));
      const prompt = this.tokensOf(item);
      if (!prompt || !one || !other) continue;
      if (prompt.length + Math.max(one.length, other.length) >= this.task.context) continue;
      const [first, second] = [this.reward(item, one), this.reward(item, other)];
      if (first === second) continue;
      const [better, worse] = first > second ? [one, other] : [other, one];
      pairs.push({ prompt, better: [...better, this.task.end], worse: [...worse, this.task.end] });
    }
    return pairs;
  }

  private reward(item: Item, answer: readonly number[]): number {
    switch (this.rule) {
      case "right":
        return this.task.score(this.task.tokenizer.decode(answer), item);
      case "shorter":
        return -answer.length / this.task.context;
      default:
        return this.rule satisfies never;
    }
  }

  private idsOf(answer: string): readonly number[] | null {
    const { ids, unknown } = this.task.tokenizer.encode(answer);
    return unknown.length === 0 ? ids : null;
  }

  private tokensOf(item: Item): Int32Array | null {
    try {
      return this.task.prompt(item.input);
    } catch (error) {
      if (error instanceof InputError) return null;
      throw error;
    }
  }
}
