import type { Tensor } from "@tensorflow/tfjs-core";
import type { PlainTensor } from "../lib/safetensors";
import { baseShapes } from "../model/parameters";
import type { Subject } from "../model/subject";
import type { Tokenizer } from "../model/tokenizer";
import type { LoadedTask } from "../tasks/task";
import { answer } from "./evaluate";
import type { Examined } from "./examined";
import { disposeMerged } from "./merge-check";
import type { TrainingSession } from "./session";
import { readNow } from "./variable-store";

/** All that an export of a lane's model needs, read at the same step. */
export interface WholeModel {
  /** Those of the base without a new head; if merged, those of the model with the adapter merged in, and its head. */
  readonly parameters: Readonly<Record<string, PlainTensor>>;
  /** What the lane keeps beside the base; empty where it is merged. */
  readonly adapter: Readonly<Record<string, PlainTensor>>;
  /** Steps of training taken. */
  readonly step: number;
  readonly unit: Tokenizer["unit"];
  readonly tokens: readonly string[];
  /** Token id that ends an answer; −1 for classification. */
  readonly end: number;
  readonly classes: readonly string[];
  /** A question as the model reads it, and the lane's answer; null where training went on meanwhile. */
  readonly example: { readonly prompt: string; readonly answer: string | null };
}

/** The base and the adapter of a lane, or both merged; null where they cannot be merged or are not finite. */
export async function wholeModel(
  { subject, session, task, heldOut, step }: Examined & { readonly session: TrainingSession },
  merged: boolean,
): Promise<WholeModel | null> {
  // Both reads are started before either is awaited, so that they see the same step.
  const reads = [
    merged ? readMerged(session) : readAll(baseOf(session)),
    merged ? {} : session.kept(),
  ] as const;
  const example = await exampleOf(subject, session, task, heldOut[0]?.input ?? "");
  const [parameters, adapter] = await Promise.all(reads);
  if (!parameters || !areFinite(parameters) || !areFinite(adapter)) return null;
  const { unit, vocabulary: tokens } = task.tokenizer;
  return { parameters, adapter, step, unit, tokens, end: task.end, classes: task.classes, example };
}

/** The parameters that the session never changes. */
function baseOf({ model: { config, params } }: TrainingSession): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(Object.keys(baseShapes(config)).map((name) => [name, params[name]!]));
}

async function readMerged(session: TrainingSession): Promise<Record<string, PlainTensor> | null> {
  const merged = session.merged();
  if (!merged) return null;
  const reading = readAll(merged.params);
  // What is read is a copy already.
  disposeMerged(merged, session.model);
  return reading;
}

async function readAll(tensors: Readonly<Record<string, Tensor>>): Promise<Record<string, PlainTensor>> {
  const reads = Object.entries(tensors).map(async ([name, tensor]) => [name, await readNow(tensor)] as const);
  return Object.fromEntries(await Promise.all(reads));
}

async function exampleOf(
  subject: Subject,
  session: TrainingSession,
  task: LoadedTask,
  input: string,
): Promise<WholeModel["example"]> {
  const before = session.steps;
  const ids = task.prompt(input);
  // The word tokenizer adds [CLS] itself.
  const prompt = task.tokenizer.unit === "word" ? input : task.tokenizer.decode(ids);
  const [given] = await answer(subject, task, [ids]);
  return { prompt, answer: session.steps === before ? (given?.text ?? null) : null };
}

function areFinite(tensors: Readonly<Record<string, PlainTensor>>): boolean {
  return Object.values(tensors).every(({ data }) => data.every(Number.isFinite));
}
