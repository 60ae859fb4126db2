/** The ids of the objectives, for code that must not load TensorFlow.js; index.ts has the list itself. */
export const objectiveIds = ["cross-entropy", "pairwise", "dpo", "policy-gradient"] as const;
export type ObjectiveId = (typeof objectiveIds)[number];

/** How many sequences go through the model for one example of a batch: a pair is two. */
export const sequencesPerExample: Readonly<Record<ObjectiveId, number>> = {
  "cross-entropy": 1,
  pairwise: 2,
  dpo: 2,
  "policy-gradient": 1,
};
