import type { PlainTensor } from "../lib/safetensors";
import type { LoadedTask } from "../tasks/task";
import { type Descent, type DescentFinding, descend } from "./descent";
import type { Examined } from "./examined";
import { checkMerge, type MergeCheck } from "./merge-check";
import {
  type AskedHead,
  type BestOf,
  bestOf,
  type HeadRewards,
  type KnownPreferences,
  knownPreferences,
  rewardsOfHead,
  rewardsOfRace,
} from "./preferences/findings";
import { type PromptWords, translatePrompt } from "./prompt-words";
import { type SampledAnswer, sampleTokens } from "./sampled-answers";
import { type GroupScores, scoreGroups } from "./score-groups";
import type { TrainingSession } from "./session";
import { readNow } from "./variable-store";
import { type WeightChange, weightChange } from "./weight-change";
import { type WholeModel, wholeModel } from "./whole-model";
import { type NextToken, type WriteOn, writeOn } from "./write-on";

/** What can be asked about a lane, paused or running, beside its evaluation. */
export type LaneQuestion =
  | { readonly kind: "merge" }
  | { readonly kind: "prompt-words" }
  /** `matrix` as in the model: "blocks.0.attention.query". */
  | { readonly kind: "weight-change"; readonly matrix: string }
  | ({ readonly kind: "write-on" } & WriteOn)
  /** What steps of plain gradient descent on one question would do. */
  | ({ readonly kind: "descent" } & Descent)
  /** The share right of each group of questions that the task has, or of those named. */
  | { readonly kind: "groups"; readonly ids?: readonly string[] }
  /** The base and what the lane adds to it, or both merged: for an export. */
  | { readonly kind: "whole-model"; readonly merged: boolean }
  /** What the lane writes, drawn at random, token by token. */
  | { readonly kind: "samples"; readonly count: number; readonly seed: number }
  /** The choices that the race learns from. */
  | { readonly kind: "preferences" }
  /** What the reward model of the race gives sentences. */
  | { readonly kind: "rewards"; readonly sentences: readonly string[] }
  /** What a scalar head gives sentences, after so many steps on these clicks. */
  | ({ readonly kind: "reward-head" } & AskedHead)
  /** What the lane writes where the best of n answers is taken, for each n. */
  | { readonly kind: "best-of"; readonly n: readonly number[] };

/** The answer to each kind of question; null where it does not apply to the method, or weights are not finite. */
export interface LaneFindings {
  readonly merge: MergeCheck | null;
  readonly "prompt-words": PromptWords | null;
  readonly "weight-change": WeightChange | null;
  readonly "write-on": NextToken | null;
  readonly descent: DescentFinding | null;
  readonly "whole-model": WholeModel | null;
  readonly groups: GroupScores | null;
  readonly samples: readonly SampledAnswer[] | null;
  readonly preferences: KnownPreferences | null;
  readonly rewards: readonly number[] | null;
  readonly "reward-head": HeadRewards | null;
  readonly "best-of": readonly BestOf[] | null;
}

export type LaneFinding = LaneFindings[LaneQuestion["kind"]];

/** Answers a question about a lane. Throws InputError for an input that cannot be asked. */
export async function examine(lane: Examined, question: LaneQuestion): Promise<LaneFinding> {
  const { subject, session, task, heldOut, step } = lane;
  switch (question.kind) {
    case "merge":
      return session && checkMerge(subject, session, task, heldOut, step);
    case "prompt-words":
      return session && promptWords(session, task);
    case "weight-change":
      return session && changeOf(session, `${question.matrix}.weight`);
    case "write-on":
      return writeOn(subject, task, question);
    case "descent":
      return descend(subject, task, question);
    case "groups":
      return scoreGroups(subject, task, question.ids);
    case "whole-model":
      return session && wholeModel({ ...lane, session }, question.merged);
    case "samples":
      return sampleTokens(lane, question);
    case "preferences":
      return knownPreferences(lane);
    case "rewards":
      return rewardsOfRace(lane, question.sentences);
    case "reward-head":
      return rewardsOfHead(lane, question);
    case "best-of":
      return bestOf(lane, question.n);
    default:
      throw new Error(`unknown question: ${question satisfies never}`);
  }
}

async function promptWords(session: TrainingSession, task: LoadedTask): Promise<PromptWords | null> {
  const vectors = (await session.kept())["prompt.vectors"];
  const table = session.model.params["embedding.token.weight"];
  if (!vectors?.data.every(Number.isFinite) || !table) return null;
  return translatePrompt(vectors, await readNow(table), task.tokenizer);
}

async function changeOf(session: TrainingSession, name: string): Promise<WeightChange | null> {
  const merged = session.mergedParameter(name);
  const base = session.model.params[name];
  if (!merged || !base) return null;
  const [before, after]: [PlainTensor, PlainTensor] = [await readNow(base), await readNow(merged)];
  if (merged !== base) merged.dispose();
  return weightChange(before, after);
}
