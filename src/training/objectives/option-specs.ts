import type { OptionSpecs } from "../../lib/options";
import type { ObjectiveId } from "./ids";

/**
 * What a simulated annotator prefers. right: an answer that the task counts as right. shorter: the answer with fewer
 * tokens. Rules that everybody can check stand in for human judgement.
 */
const rules = ["right", "shorter"] as const;
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
  },
  "policy-gradient": {
    beta: { kind: "number", default: 0.1, min: 0, max: 10 },
    reward: { kind: "choice", default: "right", choices: rules },
    /** batch: the mean over the answers of this step; moving: the mean over those before, older ones counting less. */
    baseline: { kind: "choice", default: "batch", choices: ["batch", "moving"] },
    /** Shift and scale rewards so that answers of the model without the method have mean 0 and deviation 1. */
    standardise: { kind: "switch", default: true },
    /** The lane stops where its answers diverge further than this from the reference, in nats; 0: never. */
    mostKl: { kind: "number", default: 0, min: 0, max: 1000 },
  },
} as const satisfies Readonly<Record<ObjectiveId, OptionSpecs>>;
