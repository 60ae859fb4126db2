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
  /** Questions that are asked under each variant; fewer than `items` where fewer fit. */
  readonly questions: number;
  /** Share right of always giving the commonest answer. */
  readonly chance: number;
  /** The first question written out, by variant. */
  readonly prompts: readonly string[];
}

/** A question with the answer under a variant. */
export interface PromptExample {
  readonly input: string;
  readonly expected: string;
  /** The answer that counts. */
  readonly answer: string;
  /** Every answer that was written, where several were. */
  readonly samples: readonly string[];
  /** 0 to 1; 1 is right. */
  readonly score: number;
}

/** A variant so far. `right`: the sum of the scores of `of` questions. */
export interface VariantScore {
  readonly right: number;
  readonly of: number;
  readonly band: Band;
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

export const nothingScored: VariantScore = { right: 0, of: 0, band: { low: 0, high: 1 }, examples: [] };

/** Nothing asked yet. */
export function beginPrompt(info: PromptInfo): PromptProgress {
  return { info, variants: info.spec.variants.map(() => nothingScored) };
}

/** Progress after an event; other variants keep their identity. */
export function applyPrompt(progress: PromptProgress, event: PromptEvent): PromptProgress {
  const { right, of, band } = event;
  const variants = progress.variants.map((former, i) =>
    i === event.variant ? { right, of, band, examples: event.examples ?? former.examples } : former,
  );
  return { ...progress, variants };
}
