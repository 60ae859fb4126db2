import type { LaneRun } from "../../state/race-events";
import type { GroupScores } from "../../training/score-groups";

export const rows = ["one", "many"] as const;
export const columns = ["soft", "full"] as const;
export type Row = (typeof rows)[number];

/** The runs of the lesson that are the cells: one task or many, a vector or every parameter. */
export const cells = {
  one: { soft: "softOne", full: "fullOne" },
  many: { soft: "softMany", full: "fullMany" },
} as const;

export type CellRun = (typeof cells)[Row][(typeof columns)[number]];

/** What a row measures: on what it was trained for, and on tasks that it has to be told about. */
export const measures = {
  one: { own: "score", heldOut: "othersInstructed" },
  many: { own: "onTrained", heldOut: "score" },
} as const;

/** The groups of questions that an evaluation does not score by itself. */
export const asked = ["others-instructed", "trained"] as const;

/** What was measured of a cell that is trained here; shares right, 0 to 1. */
export interface CellScores {
  readonly own: number | undefined;
  readonly heldOut: number | undefined;
}

/** The scores of a cell from its lane; null before its first step. */
export function scoresOf(row: Row, lane: LaneRun | undefined, groups: GroupScores | null): CellScores | null {
  const last = lane?.series.evaluations.findLast(({ step }) => step > 0);
  if (!last) return null;
  if (row === "one") return { own: last.score, heldOut: groups?.["others-instructed"] };
  return { own: groups?.trained, heldOut: last.score };
}
