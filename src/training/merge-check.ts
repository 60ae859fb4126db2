import * as tf from "@tensorflow/tfjs-core";
import { median } from "../lib/median";
import type { Subject } from "../model/subject";
import { forward, type Model } from "../model/transformer";
import type { Item, LoadedTask } from "../tasks/task";
import { type Batch, disposeBatch, stack } from "./batch";
import type { TrainingSession } from "./session";

/** What merging a method into the base changed, measured on held-out items. */
export interface MergeCheck {
  /** The largest difference of a logit, and for comparison the largest logit. */
  readonly difference: number;
  readonly largestLogit: number;
  /** Positions whose likeliest answer is the same, out of how many. */
  readonly same: number;
  readonly positions: number;
  /** Median milliseconds of a forward pass, with the adapter beside the base, and merged. */
  readonly milliseconds: { readonly apart: number; readonly merged: number };
  /** Steps of training that had been taken. */
  readonly step: number;
  /** How many held-out items were answered, and how many passes each median is of. */
  readonly items: number;
  readonly passes: number;
}

const most = 32;
const passes = 8;

/**
 * Merges, compares logits and answers, and times both; null where the method cannot be merged or logits are NaN. The
 * base stays as it is.
 */
export async function checkMerge(
  subject: Subject,
  session: TrainingSession,
  task: LoadedTask,
  heldOut: readonly Item[],
  step: number,
): Promise<MergeCheck | null> {
  const merged = session.merged();
  if (!merged) return null;
  const sample = heldOut.slice(0, most);
  const batch = stack(sample.map((item) => task.encode(item)));
  // Read out as the lane answers: a reward model has a head that does not.
  const model = { config: subject.model.config, params: merged.params };
  const mergedSubject: Subject = { ops: subject.ops, model, edits: {} };
  // Both start before either is awaited: a running race must not take a step in between.
  const [before, after] = await Promise.all([logitsOf(subject, batch), logitsOf(mergedSubject, batch)]);
  const vocabulary = before.shape[before.shape.length - 1]!;
  const positions = before.data.length / vocabulary;
  const choice = (data: Float32Array, row: number): number => {
    const own = data.subarray(row * vocabulary, (row + 1) * vocabulary);
    return own.indexOf(Math.max(...own));
  };
  let same = 0;
  for (let row = 0; row < positions; row++) {
    if (choice(before.data, row) === choice(after.data, row)) same++;
  }
  const largest = (of: (i: number) => number): number =>
    before.data.reduce((sofar, _, i) => Math.max(sofar, Math.abs(of(i))), 0);
  const difference = largest((i) => before.data[i]! - after.data[i]!);
  const times = await timeBoth(subject, mergedSubject, batch);
  disposeBatch(batch);
  disposeMerged(merged, session.model);
  if (!Number.isFinite(difference)) return null;
  return {
    difference,
    largestLogit: largest((i) => before.data[i]!),
    same,
    positions,
    milliseconds: times,
    step,
    items: sample.length,
    passes,
  };
}

/** Disposes the parameters that merging made; the others belong to the base. */
export function disposeMerged(merged: Model, base: Model): void {
  for (const [name, tensor] of Object.entries(merged.params)) {
    if (tensor !== base.params[name]) tensor.dispose();
  }
}

async function logitsOf(
  { ops, model, edits }: Subject,
  { tokens, source, rows }: Batch,
): Promise<{ data: Float32Array; shape: readonly number[] }> {
  const logits = tf.tidy(() => forward(ops, model, tokens, edits, { source, rows }));
  const data = (await logits.data()) as Float32Array;
  logits.dispose();
  return { data, shape: logits.shape };
}

/** The two take turns, and each goes first equally often, so that other work on the machine affects both alike. */
async function timeBoth(apart: Subject, merged: Subject, batch: Batch): Promise<MergeCheck["milliseconds"]> {
  const times = { apart: [] as number[], merged: [] as number[] };
  for (let i = 0; i < passes; i++) {
    const pair = [["apart", apart] as const, ["merged", merged] as const];
    for (const [name, subject] of i % 2 === 0 ? pair : pair.toReversed()) {
      const began = performance.now();
      await logitsOf(subject, batch);
      times[name].push(performance.now() - began);
    }
  }
  return { apart: median(times.apart), merged: median(times.merged) };
}
