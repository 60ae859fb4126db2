import type { Architecture } from "./architecture";
import { architectures, findArchitecture } from "./architectures";
import { CountingError } from "./counting-error";
import type { BodyCount, CountingMethod } from "./method";
import { countingMethods, findCountingMethod } from "./methods/index";
import { type CountingOptions, type CountingValues, type RawOptions, readOptions } from "./options";
import { biasesOf, type Part, sizeOfParts } from "./part";
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
  /** What the numbers alone would not tell: English sentences without full stops. */
  readonly notes: readonly string[];
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
    architectures.map(({ id }) => id),
  );
}

/** The method of this name, or a CountingError that lists the methods. */
export function requireMethod(name: string): CountingMethod {
  const found = findCountingMethod(name);
  if (found) return found;
  throw new CountingError(
    "method",
    name,
    countingMethods.map(({ id }) => id),
  );
}

/** Counts a method on a model; every name may be one of its aliases. Throws CountingError. */
export function count(modelName: string, methodName: string, raw: RawOptions = {}): CountReport {
  return countArchitecture(requireArchitecture(modelName), requireMethod(methodName), raw);
}

/** The same for a model and a method in hand. */
export function countArchitecture(
  architecture: Architecture,
  method: CountingMethod,
  raw: RawOptions = {},
): CountReport {
  const specs: CountingOptions & typeof modelOptions = { ...modelOptions, ...method.options };
  // The specs of the model are among those read.
  const options = readOptions(specs, raw, method.withoutEffect) as CountingValues & ModelValues;
  const task = options.task_type ?? (method.needsHead ? "SEQ_CLS" : null);
  const model = taskModel(architecture, { ...options, task_type: task });
  return report(architecture.id, method, shown(options), options, model, method.count(model, options));
}

/** The options of the method, and those of the model that were set. */
function shown(options: CountingValues & ModelValues): CountReport["options"] {
  const defaults = new Map<string, unknown>(
    Object.entries(modelOptions).map(([name, spec]) => [name, spec.default]),
  );
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      value === null || value === defaults.get(name) ? [] : [[name, value]],
    ),
  );
}

function report(
  id: string,
  method: CountingMethod,
  shownOptions: CountReport["options"],
  options: ModelValues,
  model: TaskModel,
  body: BodyCount,
): CountReport {
  const { total, counted } = model;
  const head = sizeOfParts(model.head);
  const saved = sizeOfSaved(model.body, options.modules_to_save ?? []);
  const beside = head + saved;
  const isWhole = body.trained + head === total;
  const trained = body.trained + beside;
  const kept = (body.kept ?? body.trained) + beside;
  const added = body.added ?? 0;
  const inFile = kept + (body.frozenInFile ?? 0);
  const inMemory = total + added + saved + (body.frozen ?? 0);
  const places = 4 * (body.indicesInFile ?? 0);
  const copy = options.head_copy ?? (method.copiesHead ? "frozen" : "none");
  const copies = isWhole || copy === "none" ? 0 : head;
  const trainable = trained + (copy === "trained" ? copies : 0);
  const all = counted + added + copies + saved;
  return {
    model: id,
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
    notes: body.note === undefined ? [] : [body.note],
    peft: { trainable, all, percent: (100 * trainable) / all, base: counted },
  };
}

/** Parameters of the modules that are trained as a whole; a tied output matrix gets weights of its own. */
function sizeOfSaved(body: readonly Part[], names: readonly string[]): number {
  const isHead = (name: string): boolean => ["classifier", "score", "qa_outputs"].includes(name);
  return names
    .filter((name) => !isHead(name))
    .map((name) => {
      const found = body.filter(({ path }) => `.${path}.`.includes(`.${name}.`));
      if (found.length === 0) {
        throw new CountingError("target", name, ["embed_tokens", "lm_head", "classifier"]);
      }
      return found.reduce((sum, part) => sum + part.inputs * part.outputs + biasesOf(part), 0);
    })
    .reduce((sum, size) => sum + size, 0);
}
