/** The tasks that are made of a learner's own pairs: one for each family of bases. */
export const ownTaskIds = ["own-letters", "own-characters", "own-labels"] as const;
export type OwnTaskId = (typeof ownTaskIds)[number];

/** The id, if it is of such a task. */
export function asOwnTask(id: string): OwnTaskId | undefined {
  return ownTaskIds.find((one) => one === id);
}
