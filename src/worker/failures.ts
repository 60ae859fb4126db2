import { OptionError } from "../lib/options";
import { TensorFileError } from "../lib/safetensors";
import { InputError } from "../tasks/task";
import { AdapterMisfitError } from "../training/adapter-file";
import { CheckpointError } from "../training/load-base";
import { DataError, MisfitError } from "../training/materials";
import { TooLargeError } from "../training/memory";
import { MethodMisfitError } from "../training/method-misfit";
import type { RaceSpec } from "../training/race-spec";
import type { Result, TrainerFailure } from "./api";

/** Runs a call of the worker; errors become data that the page has words for. */
export async function settle<T>(spec: RaceSpec | null, call: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, failure: toFailure(error, spec) };
  }
}

/** A failure that is in words already: another worker's, or one that was to be expected. */
class ReportedFailure extends Error {
  constructor(readonly failure: TrainerFailure) {
    super(failure.kind);
  }
}

/** Ends the call that `settle` runs with this failure. */
export function fail(failure: TrainerFailure): never {
  throw new ReportedFailure(failure);
}

/** The value of a call that went well; throws what `settle` made of one that did not, for the next `settle`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  return fail(result.failure);
}

function toFailure(error: unknown, spec: RaceSpec | null): TrainerFailure {
  if (error instanceof ReportedFailure) return error.failure;
  if (error instanceof MisfitError) return { kind: "misfit", base: error.base, task: error.task };
  if (error instanceof MethodMisfitError)
    return { kind: "method", method: error.method, reason: error.reason };
  if (error instanceof CheckpointError)
    return { kind: "checkpoint", base: error.base, problem: error.problem };
  if (error instanceof DataError) return { kind: "data", task: spec?.task ?? "", problem: "missing" };
  if (error instanceof InputError) return { kind: "input", problem: error.problem, detail: error.detail };
  if (error instanceof AdapterMisfitError)
    return { kind: "adapter", problem: "misfit", detail: error.message };
  if (error instanceof TensorFileError) return { kind: "adapter", problem: "format", detail: error.message };
  if (error instanceof OptionError) return { kind: "engine", detail: error.message };
  if (error instanceof TooLargeError) return { kind: "too-large", needed: error.needed, limit: error.limit };
  console.error(error);
  return { kind: "engine", detail: error instanceof Error ? error.message : String(error) };
}
