import { createRandom, type Random } from "../../lib/random";
import type { Subject } from "../../model/subject";
import type { Click } from "../../tasks/sentences/learned-reward";
import { splitSentence } from "../../tasks/sentences/sentence-language";
import { InputError, type Item, type LoadedTask, type Split } from "../../tasks/task";
import { ObjectiveMisfitError } from "../objective-misfit";
import { type PreferenceSource, type Preferences, wordsOfAnswer } from "../preferences/preferences";
import type { ObjectiveId } from "./ids";
import type { Rule } from "./option-specs";

/** A question as token ids, and how the annotator rates answers to it. */
export interface Prompt {
  readonly tokens: Int32Array;
  /** The answer that the task gives, with the end token. */
  readonly demonstration: readonly number[];
  /** How good an answer is by a rule: token ids, with or without the end token. */
  reward(answer: readonly number[]): number;
}

const heldOutCount = 64;

/** Asks the questions of a task, and says how good answers are. */
export class Annotator {
  private preferences: Preferences | null = null;

  /** Throws ObjectiveMisfitError where it must judge by clicks and there are no preferences. */
  constructor(
    private readonly task: LoadedTask,
    private readonly rule: Rule,
    /** The objective that it judges for: errors name it. */
    readonly objective: ObjectiveId,
    private readonly source: PreferenceSource | null = null,
  ) {
    if (rule === "clicks" && !source) throw new ObjectiveMisfitError(objective, "no-preferences");
  }

  /** Call before it judges: what it knows of preferences is made from sentences of the reference. */
  async meet(reference: Subject): Promise<void> {
    if (this.rule === "clicks" && this.source) this.preferences = await this.source.from(reference);
  }

  /** The choices of readers; null where it judges by a rule. */
  choices(split: Split): readonly Click[] | null {
    if (!this.preferences) return null;
    return split === "train" ? this.preferences.clicks : this.preferences.heldOut;
  }

  /** How much a simulated reader really likes an answer; null where nobody knows. */
  gold(answer: readonly number[]): number | null {
    return this.preferences?.gold?.(wordsOfAnswer(this.task, answer)) ?? null;
  }

  /** The reward of each prompt's answer. */
  async rewards(
    prompts: readonly Prompt[],
    answers: readonly (readonly number[])[],
  ): Promise<readonly number[]> {
    if (!this.preferences) return prompts.map(({ reward }, i) => reward(answers[i]!));
    return this.preferences.rewards(answers.map((answer) => wordsOfAnswer(this.task, answer)));
  }

  /** An answer in tokens as a sentence is one in words. Throws where the model does not know a word. */
  answerOf(sentence: string): readonly number[] {
    const { tokenizer, end } = this.task;
    return [...splitSentence(sentence).map((word) => tokenizer.id(word)), end];
  }

  /** The token that ends an answer. */
  get end(): number {
    return this.task.end;
  }

  /** A random question of a split. Throws ObjectiveMisfitError where none can be asked. */
  prompt(split: Split, random: Random): Prompt {
    for (let tries = 0; tries < 100; tries++) {
      const prompt = this.promptOf(this.task.draw(split, random));
      if (prompt) return prompt;
    }
    throw new ObjectiveMisfitError(this.objective, "no-questions");
  }

  /** Held-out questions on which lanes are compared; always the same. */
  heldOutPrompts(): readonly Prompt[] {
    const random = createRandom("held-out prompts");
    return Array.from({ length: heldOutCount }, () => this.prompt("heldOut", random));
  }

  /** Null for an item that cannot be asked, or whose answer does not fit. */
  private promptOf(item: Item): Prompt | null {
    const { task } = this;
    try {
      const tokens = task.prompt(item.input);
      const { ids, unknown } = task.tokenizer.encode(item.answer);
      if (unknown.length > 0 || tokens.length + ids.length >= task.context) return null;
      return { tokens, demonstration: [...ids, task.end], reward: (answer) => this.reward(item, answer) };
    } catch (error) {
      if (error instanceof InputError) return null;
      throw error;
    }
  }

  private reward(item: Item, answer: readonly number[]): number {
    const { task, rule } = this;
    const ids = answer.filter((id) => id !== task.end);
    switch (rule) {
      case "right":
        return task.score(task.tokenizer.decode(ids), item);
      case "clicks":
        throw new Error("what was learned from clicks rates many answers at once");
      case "shorter":
        return -ids.length / task.context;
      default:
        return rule satisfies never;
    }
  }
}
