import type { BaseCard } from "../../bases/base";
import type { Band } from "../../lib/wilson";
import type { PromptSpec } from "./prompt-spec";

/** What is known when a prompt experiment is open and nothing was asked yet. */
export interface PromptInfo {
  readonly spec: PromptSpec;
  /** null for an untrained base. */
  readonly card: BaseCard | null;
  /** Parameters of the base. */
  readonly total: number;
  /** Questions that are asked under each variant; fewer than `items` where fewer fit. The most of them, where they differ. */
  readonly questions: number;
  /** Share right of guessing. */
  readonly chance: number;
  /** The first question written out, by variant. */
  readonly prompts: readonly string[];
}

/** A text and what the model wrote after it. */
export interface WrittenText {
  readonly prompt: string;
  readonly written: string;
}

/** A question with the answer under a variant. */
export interface PromptExample {
  readonly input: string;
  readonly expected: string;
  /** The answer that counts. */
  readonly answer: string;
  /** Every answer that was written, where several were. */
  readonly samples: readonly string[];
  /** What the first answer was read off: one text, or several where it was reached in stages. */
  readonly texts: readonly WrittenText[];
  /** 0 to 1; 1 is right. */
  readonly score: number;
}

/** A variant so far. `right`: the sum of the scores of `of` questions. */
export interface VariantScore {
  readonly right: number;
  readonly of: number;
  readonly band: Band;
  /** The score of each question, in their order. */
  readonly scores: readonly number[];
  /**
   * Where samples vote: the sum of the scores if only the first 1, 2, 3 … of them had a vote. Empty where they do not.
   */
  readonly rightByVotes: readonly number[];
  /** Tokens written for all these questions, in all samples. */
  readonly tokens: number;
  /** The first few questions. */
  readonly examples: readonly PromptExample[];
}

/** A variant has answered more questions. If `examples` is left out, they have not changed. */
export interface PromptEvent extends Omit<VariantScore, "examples"> {
  readonly kind: "scored";
  /** Position in the spec. */
  readonly variant: number;
  readonly examples?: readonly PromptExample[];
}

/** What the page knows of a prompt experiment. */
export interface PromptProgress {
  readonly info: PromptInfo;
  readonly variants: readonly VariantScore[];
}

export const nothingScored: VariantScore = {
  right: 0,
  of: 0,
  band: { low: 0, high: 1 },
  scores: [],
  rightByVotes: [],
  tokens: 0,
  examples: [],
};

/** Nothing asked yet. */
export function beginPrompt(info: PromptInfo): PromptProgress {
  return { info, variants: info.spec.variants.map(() => nothingScored) };
}

/** Progress after an event; other variants keep their identity. */
export function applyPrompt(progress: PromptProgress, event: PromptEvent): PromptProgress {
  const { kind: _, variant, ...score } = event;
  const variants = progress.variants.map((former, i) =>
    i === variant ? { ...score, examples: event.examples ?? former.examples } : former,
  );
  return { ...progress, variants };
}
