import { type Architecture, type Task, tasks } from "./architecture";
import { CountingError } from "./counting-error";
import type { CountingOptions, CountingValues } from "./options";
import { type Part, sizeOfParts, weightsOf } from "./part";

/** Options that every method takes: what the model is loaded for, and how libraries count. */
export const modelOptions = {
  task_type: { kind: "choice", default: null, choices: tasks, aliases: ["task"] },
  num_labels: { kind: "integer", default: null, min: 1, aliases: ["labels", "num_classes", "classes", "k"] },
  /** Modules trained as a whole beside the method. */
  modules_to_save: { kind: "names", default: null, mayBeEmpty: true },
  /** Rows of the embedding, when tokens were added. */
  vocab_size: { kind: "integer", default: null, min: 1, aliases: ["vocabulary"] },
  /** Blocks that are tuned, counted from 0: "0,1,2" or "16-31". */
  layers_to_transform: { kind: "names", default: null, aliases: ["layers"] },
  /**
   * How a trained head enters "all parameters": HF PEFT keeps a frozen copy beside the trained one ("frozen"), its
   * early versions kept none ("none"), and for a while they trained both ("trained").
   */
  head_copy: { kind: "choice", default: "frozen", choices: ["frozen", "none", "trained"] },
  /** Counts 4-bit matrices as the bytes they are packed in, as tools did that did not know them. */
  packed_4bit: { kind: "switch", default: false },
  /** Without output matrix and pooler: the blocks and what leads to them. */
  without_output: { kind: "switch", default: false },
} as const satisfies CountingOptions;

export type ModelValues = CountingValues<typeof modelOptions>;

/** A model as it is loaded for a task: its body, and its fresh head. */
export interface TaskModel {
  readonly architecture: Architecture;
  readonly task: Task | null;
  readonly body: readonly Part[];
  readonly head: readonly Part[];
  /** Body and head. */
  readonly parts: readonly Part[];
  /** What the user named in modules_to_save; null where nothing was said. */
  readonly saves: readonly string[] | null;
  /** Blocks to tune; null for all. */
  readonly layers: readonly number[] | null;
  /** Parameters of body and head. */
  readonly total: number;
  /** The same as a tool counts that takes packed bytes for parameters. */
  readonly counted: number;
}

/** The model for the task that the options name. Throws CountingError where it has no such head. */
export function taskModel(architecture: Architecture, options: ModelValues): TaskModel {
  const task = taskOf(options, architecture);
  const loaded = architecture.load(task, options.num_labels ?? 2);
  if (!loaded) throw new CountingError("task", task ?? "no task", tasksOf(architecture));
  const body = loaded.body
    .filter(({ isOutput, path }) => !(options.without_output && (isOutput || path.endsWith("pooler.dense"))))
    .map((part) => resized(part, loaded.body, options.vocab_size));
  const { head } = loaded;
  const total = sizeOfParts(body) + sizeOfParts(head);
  const packed = body.filter(({ kind, layer }) => kind === "linear" && layer !== undefined);
  const packedAway = packed.reduce((sum, part) => sum + weightsOf(part) / 2, 0);
  return {
    architecture,
    task,
    body,
    head,
    parts: [...body, ...head],
    saves: options.modules_to_save,
    layers: readLayers(options.layers_to_transform, architecture.layers),
    total,
    counted: options.packed_4bit ? total - packedAway : total,
  };
}

/** A number of labels or a saved head means a task, where none is named. */
function taskOf(
  { task_type, num_labels, modules_to_save }: ModelValues,
  architecture: Architecture,
): Task | null {
  if (task_type !== null) return task_type;
  if (modules_to_save?.includes("qa_outputs")) return "QUESTION_ANS";
  const heads = ["classifier", "score", "classification_head"];
  if (num_labels === null && !modules_to_save?.some((name) => heads.includes(name))) return null;
  return architecture.load("IMAGE_CLS", 2) ? "IMAGE_CLS" : "SEQ_CLS";
}

/** The tasks that a model can be loaded for. */
export function tasksOf(architecture: Architecture): readonly Task[] {
  return tasks.filter((task) => architecture.load(task, 2) !== null);
}

function resized(part: Part, body: readonly Part[], vocabulary: number | null): Part {
  if (vocabulary === null) return part;
  const rows = body.find(({ kind }) => kind === "table")?.inputs;
  if (part.kind === "table" && part.inputs === rows) return { ...part, inputs: vocabulary };
  return part.isOutput ? { ...part, outputs: vocabulary } : part;
}

function readLayers(names: readonly string[] | null, count: number): readonly number[] | null {
  if (names === null) return null;
  const layers = names.flatMap((name) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(name) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from <= to && to < count)) {
      throw new CountingError("value", `there is no block "${name}"`, [`0 to ${count - 1}`]);
    }
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(layers)];
}
