/** Data that a learner brings are kept in the browser; a task reads them at this path, followed by their hash. */
export const ownDataFolder = "own-data/";

/** The one option of a task with a learner's own data: the hash of the data. The link of a race has it, never the data. */
export const ownDataOption = { data: { kind: "hash", default: "" } } as const;

/** Share of the pairs that are kept out of training. */
export const heldOutShare = 1 / 5;

/** What a set of pairs must have. */
export const ownDataLimits = {
  pairs: { min: 10, max: 2000 },
  classes: { min: 2, max: 12 },
  /** Bytes of a file. */
  file: 2_000_000,
} as const;
