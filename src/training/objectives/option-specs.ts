import type { OptionSpecs } from "../../lib/options";
import type { ObjectiveId } from "./ids";

/**
 * What the annotator prefers. right: an answer that the task counts as right. shorter: the answer with fewer tokens; rules
 * that everybody can check stand in for human judgement. clicks: what a reward model learned from the choices of a reader.
 */
const rules = ["right", "shorter", "clicks"] as const;
export type Rule = (typeof rules)[number];

/** The options of every objective, for links and forms, which must not load TensorFlow.js. */
export const objectiveOptions = {
  "cross-entropy": {},
  pairwise: {
    /** Whether the reward is read at the last token, or from the mean over all tokens. */
    pool: { kind: "choice", default: "last", choices: ["last", "mean"] },
    prefer: { kind: "choice", default: "right", choices: rules },
    pairs: { kind: "integer", default: 300, min: 1, max: 10_000 },
  },
  dpo: {
    beta: { kind: "number", default: 0.1, min: 0.001, max: 10 },
    prefer: { kind: "choice", default: "right", choices: rules },
    pairs: { kind: "integer", default: 300, min: 1, max: 10_000 },
    /** Pairs a step; 0: as many as the race has examples a step. A pair is two answers. */
    batch: { kind: "integer", default: 0, min: 0, max: 128 },
    /** The lane stops where its answers are further than this from the reference when it is evaluated, in nats; 0: never. */
    mostKl: { kind: "number", default: 0, min: 0, max: 1000 },
  },
  "policy-gradient": {
    beta: { kind: "number", default: 0.1, min: 0, max: 10 },
    reward: { kind: "choice", default: "right", choices: rules },
    /** batch: the mean over the answers of this step; moving: the mean over those before, older ones counting less. */
    baseline: { kind: "choice", default: "batch", choices: ["batch", "moving"] },
    /** Steps taken on the same answers before new ones are written. */
    epochs: { kind: "integer", default: 1, min: 1, max: 16 },
    /** On answers used again, a token has no gradient once its probability has changed by more than this share; 0: it always has one. */
    clip: { kind: "number", default: 0.2, min: 0, max: 1 },
    /** Shift and scale rewards so that answers of the model without the method have mean 0 and deviation 1. */
    standardise: { kind: "switch", default: true },
    /** The lane stops where its answers diverge further than this from the reference, in nats; 0: never. */
    mostKl: { kind: "number", default: 0, min: 0, max: 1000 },
    /** The lane stops where a smaller share than this of the answers of a step differ from each other; 0: never. */
    leastVariety: { kind: "number", default: 0, min: 0, max: 1 },
  },
} as const satisfies Readonly<Record<ObjectiveId, OptionSpecs>>;

/** In standard deviations: no reward counts for more, so that one lucky answer does not outweigh all others. */
const mostDeviations = 3;

/** A standardised reward as a policy learns from it. */
export function clipReward(deviations: number): number {
  return Math.max(-mostDeviations, Math.min(mostDeviations, deviations));
}
