import { createRandom, type Random } from "../../lib/random";
import { InputError, type Item, type LoadedTask, type Split } from "../../tasks/task";
import { ObjectiveMisfitError } from "../objective-misfit";
import type { ObjectiveId } from "./ids";
import type { Rule } from "./option-specs";

/** A question as token ids, and how the annotator rates answers to it. */
export interface Prompt {
  readonly tokens: Int32Array;
  /** The answer that the task gives, with the end token. */
  readonly demonstration: readonly number[];
  /** How good an answer is: token ids, with or without the end token. */
  reward(answer: readonly number[]): number;
}

const heldOutCount = 64;

/** Asks the questions of a task, and says how good answers are. */
export class Annotator {
  constructor(
    private readonly task: LoadedTask,
    private readonly rule: Rule,
    /** The objective that it judges for: errors name it. */
    readonly objective: ObjectiveId,
  ) {}

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
      case "shorter":
        return -ids.length / task.context;
      default:
        return rule satisfies never;
    }
  }
}
