import { type Architecture, type Task, tasks } from "./architecture";
import { CountingError } from "./counting-error";
import type { CountingOptions, CountingValues } from "./options";
import { type Part, sizeOfParts, weightsOf } from "./part";

/** Options that every method takes: what the model is loaded for, and how libraries count. */
export const modelOptions = {
  task_type: { kind: "choice", default: null, choices: tasks, aliases: ["task"] },
  num_labels: { kind: "integer", default: null, min: 1, aliases: ["labels", "num_classes", "classes", "k"] },
  /** Modules trained as a whole beside the method. */
  modules_to_save: { kind: "names", default: null },
  /** Rows of the embedding, when tokens were added. */
  vocab_size: { kind: "integer", default: null, min: 1, aliases: ["vocabulary"] },
  /** Blocks that are tuned, counted from 0: "0,1,2" or "16-31". */
  layers_to_transform: { kind: "names", default: null, aliases: ["layers"] },
  /**
   * How a fresh head enters "all parameters": HF PEFT keeps a frozen copy beside the trained one ("frozen"), its
   * early versions kept none ("none"), and for a while they trained both ("trained"). For soft prompts it kept none
   * until lately; that is the default there, as all lines printed about them are of that time.
   */
  head_copy: { kind: "choice", default: null, choices: ["frozen", "none", "trained"] },
  /** Counts 4-bit matrices as the bytes they are packed in, as tools did that did not know them. */
  packed_4bit: { kind: "switch", default: false },
  /** Without output matrix and pooler: the blocks and what leads to them. */
  without_output: { kind: "switch", default: false },
} as const satisfies CountingOptions;

export type ModelValues = CountingValues<typeof modelOptions>;

/** A model as it is loaded for a task: its body, and the fresh head that is trained whatever the method. */
export interface TaskModel {
  readonly architecture: Architecture;
  readonly task: Task | null;
  readonly body: readonly Part[];
  readonly head: readonly Part[];
  /** Blocks to tune; null for all. */
  readonly layers: readonly number[] | null;
  /** Parameters of body and head. */
  readonly total: number;
  /** The same as a tool counts that takes packed bytes for parameters. */
  readonly counted: number;
}

/** The model for the task that the options name. */
export function taskModel(architecture: Architecture, options: ModelValues): TaskModel {
  const task = taskOf(options);
  const change = task === null ? null : architecture.head(task, options.num_labels ?? 2);
  const needsHead = task !== null && !["CAUSAL_LM", "SEQ_2_SEQ_LM", "FEATURE_EXTRACTION"].includes(task);
  if (needsHead && !change) throw new CountingError("task", task, headsOf(architecture));
  const without = change?.without ?? [];
  const body = architecture.parts
    .filter(({ path }) => !without.some((start) => path === start || path.startsWith(`${start}.`)))
    .filter(({ isOutput, path }) => !(options.without_output && (isOutput || path === "pooler.dense")))
    .map((part) => resized(part, architecture, options.vocab_size));
  const head = change?.head ?? [];
  const total = sizeOfParts(body) + sizeOfParts(head);
  const packed = body.filter(({ kind, layer }) => kind === "linear" && layer !== undefined);
  const saved = packed.reduce((sum, part) => sum + weightsOf(part) / 2, 0);
  return {
    architecture,
    task,
    body,
    head,
    layers: readLayers(options.layers_to_transform, architecture.layers),
    total,
    counted: options.packed_4bit ? total - saved : total,
  };
}

/** A number of labels or a saved classifier means a classifier, where no task is named. */
function taskOf({ task_type, num_labels, modules_to_save }: ModelValues): Task | null {
  if (task_type !== null) return task_type;
  const savesHead = modules_to_save?.some((name) => name === "classifier" || name === "score");
  return num_labels !== null || savesHead ? "SEQ_CLS" : null;
}

function headsOf(architecture: Architecture): string[] {
  return tasks.filter((task) => architecture.head(task, 2) !== null);
}

function resized(part: Part, architecture: Architecture, vocabulary: number | null): Part {
  if (vocabulary === null) return part;
  const rows = architecture.parts.find(({ kind }) => kind === "table")?.inputs;
  if (part.kind === "table" && part.inputs === rows) return { ...part, inputs: vocabulary };
  return part.isOutput ? { ...part, outputs: vocabulary } : part;
}

function readLayers(names: readonly string[] | null, count: number): readonly number[] | null {
  if (names === null) return null;
  const layers = names.flatMap((name) => {
    const [first, last = first] = name.split("-").map(Number);
    if (first === undefined || last === undefined || !(first >= 0 && last >= first && last < count)) {
      throw new CountingError("value", `there is no block "${name}"`, [`0 to ${count - 1}`]);
    }
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return [...new Set(layers)];
}
