import type { Architecture } from "./architecture";
import { findArchitecture, nearestModels } from "./architectures";
import { CountingError } from "./counting-error";
import type { BodyCount, CountingMethod } from "./method";
import { countingMethods, findCountingMethod, presetOf } from "./methods/index";
import { models } from "./models/index";
import { nearest } from "./nearest";
import { type Note, note } from "./notes";
import { type CountingOptions, type CountingValues, type RawOptions, readOptions } from "./options";
import { sizeOfCopy, sizeOfParts } from "./part";
import { headNames, missingModules, partsOf, savedInside, savedModules, savedNames } from "./saved-modules";
import { type ModelValues, modelOptions, type TaskModel, taskModel } from "./task-model";

/** Bytes of the same numbers in 32 and in 16 bits. */
export interface Bytes {
  readonly fp32: number;
  readonly fp16: number;
}

/** What tuning a model with a method costs. Numbers of parameters, and bytes where named so. */
export interface CountReport {
  readonly model: string;
  readonly method: string;
  /** Of the method, and what was asked of the model; what is left to the model or the library is not among them. */
  readonly options: Readonly<Record<string, Exclude<CountingValues[string], null>>>;
  /** Of the model, with its head for the task, before the method adds anything. */
  readonly total: number;
  readonly trained: number;
  /** Needed after training. */
  readonly kept: number;
  /** trained / total */
  readonly share: number;
  /** Of the numbers that go into the file; its few kilobytes of names come on top. */
  readonly fileBytes: Bytes;
  /** AdamW's two moments in fp32. */
  readonly optimizerBytes: number;
  /** Gradients in fp32. */
  readonly gradientBytes: number;
  /** Of the model and of what the method adds to it, trained or frozen. */
  readonly weightBytes: Bytes;
  /** What the figures alone would not tell. */
  readonly notes: readonly Note[];
  /** Whether the method is one of HF PEFT's: `peft` is then what it prints. */
  readonly isInPeft: boolean;
  /** As print_trainable_parameters() of HF PEFT has it: its "all params" holds the added parameters and copies of heads. */
  readonly peft: {
    readonly trainable: number;
    readonly all: number;
    readonly percent: number;
    /** Of the model as loaded, by the same reckoning. */
    readonly base: number;
  };
}

/** The model of this name, or a CountingError that lists the models. */
export function requireArchitecture(name: string): Architecture {
  const found = findArchitecture(name);
  if (found) return found;
  throw new CountingError(
    "model",
    name,
    models.map(({ id }) => id),
    nearestModels(name),
  );
}

/** The method of this name, or a CountingError that lists the methods. */
export function requireMethod(name: string): CountingMethod {
  const found = findCountingMethod(name);
  if (found) return found;
  const names = countingMethods.flatMap(({ id, aliases }) => [id, ...aliases]);
  throw new CountingError(
    "method",
    name,
    countingMethods.map(({ id }) => id),
    nearest(name, names),
  );
}

/** Counts a method on a model; every name may be one of its aliases. Throws CountingError. */
export function count(modelName: string, methodName: string, raw: RawOptions = {}): CountReport {
  return countArchitecture(requireArchitecture(modelName), methodName, raw);
}

/** The same for a model in hand. */
export function countArchitecture(
  architecture: Architecture,
  methodName: string,
  raw: RawOptions = {},
): CountReport {
  const method = requireMethod(methodName);
  const specs: CountingOptions & typeof modelOptions = { ...modelOptions, ...method.options };
  const given = { ...presetOf(method, methodName), ...raw };
  // The specs of the model are among those read.
  const options = readOptions(specs, given, method.withoutEffect) as CountingValues & ModelValues;
  const task = options.task_type ?? (method.needsHead && options.num_labels === null ? "SEQ_CLS" : null);
  const model = taskModel(architecture, { ...options, task_type: task });
  return report(method, shown(options), options, model, method.count(model, options));
}

/** The options of the method, and those of the model that were set. */
function shown(options: CountingValues & ModelValues): CountReport["options"] {
  const defaults = new Map<string, unknown>(
    Object.entries(modelOptions).map(([name, spec]) => [name, spec.default]),
  );
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      value === null || value === defaults.get(name) || isEmptyRecord(value) ? [] : [[name, value]],
    ),
  );
}

function isEmptyRecord(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}

/** Modules that are trained as a whole. */
interface Beside {
  readonly trained: number;
  /** Of those the parameters of the fresh head. */
  readonly head: number;
  /** What is in memory for them beside the model, as HF PEFT prints it. */
  readonly added: number;
  readonly note?: Note;
}

/** HF PEFT knows heads by name; elsewhere a fresh head trains whatever it is called, and in place. */
function trainedBeside({ parts, head, task, saves }: TaskModel, method: CountingMethod): Beside {
  const names = savedNames({ task, saves });
  const saved = partsOf(parts, savedModules(parts, names));
  if (method.library !== "peft") {
    const fresh = sizeOfCopy(head);
    const others = sizeOfCopy(saved.filter((part) => !head.includes(part)));
    return { trained: fresh + others, head: fresh, added: others };
  }
  if (!method.savesModules) return { trained: 0, head: 0, added: 0 };
  const size = sizeOfCopy(saved);
  const ofHead = sizeOfCopy(saved.filter((part) => head.includes(part)));
  // Where PEFT has a class for the task, it goes through the names twice, and finds what lies inside a copy again.
  const inside = sizeOfCopy(savedInside(parts, names).flatMap((module) => partsOf(parts, [module])));
  const isTwice = ["SEQ_CLS", "TOKEN_CLS", "QUESTION_ANS"].includes(task ?? "");
  return {
    trained: size + (isTwice ? inside : 0),
    head: ofHead,
    added: size + (isTwice ? 2 : 1) * inside,
    ...(inside > 0 && {
      note: note("insideSaved"),
    }),
  };
}

function report(
  method: CountingMethod,
  shownOptions: CountReport["options"],
  options: ModelValues,
  model: TaskModel,
  body: BodyCount,
): CountReport {
  const { total, counted, architecture } = model;
  const beside = trainedBeside(model, method);
  const trained = body.trained + beside.trained;
  const kept = (body.kept ?? body.trained) + beside.trained;
  const added = body.added ?? 0;
  const inFile = kept + (body.frozenInFile ?? 0);
  const inMemory = total + added + beside.added + (body.frozen ?? 0);
  const places = 4 * (body.indicesInFile ?? 0);
  const isPeft = method.library === "peft";
  const trainable = trained + (options.head_copy === "trained" ? beside.head : 0);
  const all = counted + added + beside.added - (isPeft && options.head_copy === "none" ? beside.head : 0);
  const missing = method.savesModules ? missingModules(model.parts, model.saves ?? []) : [];
  const notes = [
    ...(body.notes ?? []),
    ...missing,
    beside.note,
    headNote(model, method, beside.head),
    architecture.note,
  ];
  return {
    model: architecture.id,
    method: method.id,
    options: shownOptions,
    total,
    trained,
    kept,
    share: trained / total,
    fileBytes: { fp32: 4 * inFile + places, fp16: 2 * inFile + places },
    optimizerBytes: 8 * trained,
    gradientBytes: 4 * trained,
    weightBytes: { fp32: 4 * inMemory, fp16: 2 * inMemory },
    notes: eachOnce(notes),
    isInPeft: isPeft,
    peft: { trainable, all, percent: (100 * trainable) / all, base: counted },
  };
}

function eachOnce(notes: readonly (Note | undefined)[]): readonly Note[] {
  return [...new Map(notes.flatMap((each) => (each ? [[each.text, each]] : []))).values()];
}

/** Tells where HF PEFT leaves a fresh head frozen, or part of it. */
function headNote(
  { head, task, saves }: TaskModel,
  { library, savesModules, id }: CountingMethod,
  trained: number,
): Note | undefined {
  const frozen = sizeOfParts(head) - trained;
  if (library !== "peft" || frozen === 0) return undefined;
  if (!savesModules) {
    return task === "TOKEN_CLS" || task === "QUESTION_ANS"
      ? note("stopsForTask", { method: id, task })
      : note("frozenHead", { method: id });
  }
  if (task === "IMAGE_CLS" && saves !== null) return note("imageHeadNotSaved");
  const names = [...new Set(head.map(({ path }) => path.split(".")[0]!))];
  return note("headNotSaved", {
    task: task ?? "",
    known: headNames(task).join(", "),
    modules: names.join(", "),
    frozen,
  });
}
