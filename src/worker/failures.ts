import { PromptError } from "../experiments/prompt/prompt-error";
import { OptionError } from "../lib/options";
import { TensorFileError } from "../lib/safetensors";
import { InputError } from "../tasks/task";
import { AdapterMisfitError } from "../training/adapter-file";
import { CheckpointError } from "../training/checkpoint-error";
import { DataError, MisfitError } from "../training/materials";
import { TooLargeError } from "../training/memory";
import { MethodMisfitError } from "../training/method-misfit";
import { ObjectiveMisfitError } from "../training/objective-misfit";
import type { Result, TrainerFailure } from "./api";

/** Runs a call of the worker; errors become data that the page has words for. */
export async function settle<T>(call: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

/** As `settle`, for what the page has words for; any other error is thrown, because it means that the engine is broken. */
export async function settleExpected<T>(call: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    const failure = knownFailure(error);
    if (!failure) throw error;
    return { ok: false, failure };
  }
}

/** A failure that is data already: `settle` made it in another worker, or earlier in this one. */
class ReportedFailure extends Error {
  constructor(readonly failure: TrainerFailure) {
    super("detail" in failure ? failure.detail : failure.kind);
  }
}

/** The value of a call that went well; throws what `settle` made of one that did not, for the next `settle`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ReportedFailure(result.failure);
}

/** Whether an error says what is wrong with what was asked for. Others mean that the engine is broken. */
export function isExpected(error: unknown): boolean {
  const failure = knownFailure(error);
  return failure !== null && failure.kind !== "engine";
}

/** An error as the page gets it. */
export function toFailure(error: unknown): TrainerFailure {
  const known = knownFailure(error);
  if (known) return known;
  console.error(error);
  return { kind: "engine", detail: error instanceof Error ? error.message : String(error) };
}

function knownFailure(error: unknown): TrainerFailure | null {
  if (error instanceof ReportedFailure) return error.failure;
  if (error instanceof MisfitError) return { kind: "misfit", base: error.base, task: error.task };
  if (error instanceof MethodMisfitError)
    return { kind: "method", method: error.method, reason: error.reason };
  if (error instanceof ObjectiveMisfitError)
    return { kind: "objective", objective: error.objective, reason: error.reason };
  if (error instanceof PromptError) return { kind: "prompt", problem: error.problem, task: error.task };
  if (error instanceof CheckpointError)
    return { kind: "checkpoint", base: error.base, problem: error.problem };
  if (error instanceof DataError) return { kind: "data", task: error.task, problem: error.problem };
  if (error instanceof InputError) return { kind: "input", problem: error.problem, detail: error.detail };
  if (error instanceof AdapterMisfitError)
    return { kind: "adapter", problem: "misfit", detail: error.message };
  if (error instanceof TensorFileError) return { kind: "adapter", problem: "format", detail: error.message };
  if (error instanceof OptionError)
    return { kind: "option", option: error.option, problem: error.problem, limit: error.limit };
  if (error instanceof TooLargeError) return { kind: "too-large", needed: error.needed, limit: error.limit };
  return null;
}
