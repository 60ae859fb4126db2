import type { StoreApi } from "zustand";
import type { Race } from "../state/race-shape";
import { report } from "../state/trainer";
import type { LaneFindings, LaneQuestion } from "../training/examine";
import type { Result } from "../worker/api";

export type QuestionKind = LaneQuestion["kind"];
export type QuestionOf<K extends QuestionKind> = Extract<LaneQuestion, { readonly kind: K }>;
export type Finding<K extends QuestionKind> = Result<LaneFindings[K]>;

/** Asks about a lane of a race (−1: the base). Never rejects: a worker that is gone is a failure like any other. */
export async function examineLane<K extends QuestionKind>(
  race: StoreApi<Race>,
  lane: number,
  question: QuestionOf<K>,
): Promise<Finding<K>> {
  try {
    // Each kind of question is answered with its own kind of finding.
    return (await race.getState().examine(lane, question)) as Finding<K>;
  } catch (error) {
    return { ok: false, failure: report(error) };
  }
}
