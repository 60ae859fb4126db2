import type { OwnTaskId } from "../../tasks/own/own-task-ids";
import type { PairCheck, PairProblem } from "../../tasks/own/pair-check";
import { ownDataLimits } from "../../tasks/own/place";
import { splitPairs } from "../../tasks/own/split-pairs";
import type { Item } from "../../tasks/task";
import type { ReadTable, Row } from "./read-table";

export type LeftOutKind = PairProblem["kind"] | "single" | "repeated" | "contradiction" | "too-many";

/** Rows that are not trained on, for one reason. */
export interface LeftOut {
  readonly kind: LeftOutKind;
  readonly rows: readonly number[];
  /** Characters or words that the model has no token for. */
  readonly pieces: readonly string[];
}

/** Why pairs cannot be trained on at all. */
export type Obstacle = "nothing" | "one-column" | "too-few" | "too-few-labels" | "too-many-labels";

export interface Prepared {
  readonly pairs: readonly Item[];
  readonly leftOut: readonly LeftOut[];
  readonly heldOut: number;
  /** The length of the longest pair that is used, as the check counts it. */
  readonly longest: number;
  readonly answers: readonly string[];
  readonly obstacle: Obstacle | null;
}

/** What of a table can be trained on. `lenient`: characters that the model cannot write are left out instead of rows. */
export function preparePairs(
  table: ReadTable,
  task: OwnTaskId,
  check: PairCheck,
  lenient: boolean,
): Prepared {
  const known = new Map<string, string>();
  const pairs: Item[] = [];
  const problems: (Row & { kind: LeftOutKind; pieces: readonly string[] })[] = [];
  for (const row of table.rows) {
    const { input, answer } = lenient ? check.withoutUnknown(row) : row;
    const problem = problemOf({ input, answer }, check, known, pairs.length);
    if (problem) problems.push({ ...row, ...problem });
    else {
      known.set(input, answer);
      pairs.push({ input, answer });
    }
  }
  const single = { kind: "single" as const, rows: table.single, pieces: [] };
  const answers = [...new Set(pairs.map(({ answer }) => answer))];
  const isLabelled = task === "own-labels";
  return {
    pairs,
    leftOut: [...(table.single.length > 0 ? [single] : []), ...grouped(problems)],
    heldOut: splitPairs(pairs, isLabelled).heldOut.length,
    longest: Math.max(0, ...pairs.map((pair) => check.lengthOf(pair))),
    answers,
    obstacle: obstacleTo(table, pairs.length, isLabelled ? answers.length : null),
  };
}

function problemOf(
  pair: Item,
  check: PairCheck,
  known: ReadonlyMap<string, string>,
  count: number,
): { readonly kind: LeftOutKind; readonly pieces: readonly string[] } | null {
  const problem = check.problemOf(pair);
  if (problem) return { kind: problem.kind, pieces: problem.kind === "unknown" ? problem.pieces : [] };
  const former = known.get(pair.input);
  if (former !== undefined)
    return { kind: former === pair.answer ? "repeated" : "contradiction", pieces: [] };
  return count >= ownDataLimits.pairs.max ? { kind: "too-many", pieces: [] } : null;
}

function grouped(
  problems: readonly {
    readonly row: number;
    readonly kind: LeftOutKind;
    readonly pieces: readonly string[];
  }[],
): readonly LeftOut[] {
  return [...new Set(problems.map(({ kind }) => kind))].map((kind) => {
    const alike = problems.filter((problem) => problem.kind === kind);
    return {
      kind,
      rows: alike.map(({ row }) => row),
      pieces: [...new Set(alike.flatMap(({ pieces }) => pieces))],
    };
  });
}

function obstacleTo(table: ReadTable, pairs: number, labels: number | null): Obstacle | null {
  if (table.rows.length === 0) return table.single.length > 0 ? "one-column" : "nothing";
  if (pairs < ownDataLimits.pairs.min) return "too-few";
  if (labels !== null && labels < ownDataLimits.classes.min) return "too-few-labels";
  if (labels !== null && labels > ownDataLimits.classes.max) return "too-many-labels";
  return null;
}

/** The kind of task that a table looks like. */
export function guessTask({ rows }: ReadTable): OwnTaskId {
  const answers = new Set(rows.map(({ answer }) => answer)).size;
  const hasSpaces = rows.filter(({ input }) => input.includes(" ")).length * 2 > rows.length;
  if (rows.filter(({ input }) => /\p{Script=Han}/u.test(input)).length * 2 > rows.length)
    return "own-characters";
  return hasSpaces && answers <= ownDataLimits.classes.max ? "own-labels" : "own-letters";
}
