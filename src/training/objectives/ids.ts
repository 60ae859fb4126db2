/** The objectives by id, for code that must not load TensorFlow.js; index.ts has the list itself. */
export const objectiveIds = ["cross-entropy", "pairwise", "dpo", "policy-gradient"] as const;
export type ObjectiveId = (typeof objectiveIds)[number];
