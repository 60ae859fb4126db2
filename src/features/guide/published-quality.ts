import type { Citation } from "./citations";
import type { Kind } from "./project";

/** Models that only read, models that only write, and those with an encoder and a decoder. */
export type Sort = "encoder" | "decoder" | "pair";

/** A comparison of tuning methods on one model that somebody published. */
export interface Comparison {
  /** The id of the model in src/counting, or its name where it is not there. */
  readonly model: string;
  readonly parameters: number;
  readonly sort: Sort;
  /** Closest to these kinds of tasks. */
  readonly kinds: readonly Kind[];
  readonly task: "GLUE" | "GSM8K" | "commonsense" | "WikiSQL" | "MNLI";
  readonly source: Citation;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  /** Id of a method of the playground. */
  readonly method:
    | "full"
    | "lora"
    | "dora"
    | "adapter"
    | "bitfit"
    | "ia3"
    | "prefix-tuning"
    | "prompt-tuning"
    | "head";
  /** What tells two rows of one method apart: "r 64", "rsLoRA". */
  readonly setting?: string;
  /** Per cent, or what the task is scored in. */
  readonly score: number;
  /** GiB, the most that was allocated. */
  readonly gibibytes?: number;
  /** Of the training run. */
  readonly seconds?: number;
}

const writing = ["write", "chat", "style"] as const;

/** Figures as printed; every one has been read in the source. */
export const comparisons: readonly Comparison[] = [
  {
    model: "roberta-base",
    parameters: 125e6,
    sort: "encoder",
    kinds: ["classify"],
    task: "GLUE",
    source: { paper: "lora", where: "Table 2" },
    rows: [
      { method: "full", score: 86.4 },
      { method: "lora", setting: "r 8", score: 87.2 },
    ],
  },
  {
    model: "roberta-large",
    parameters: 355e6,
    sort: "encoder",
    kinds: ["classify"],
    task: "GLUE",
    source: { paper: "lora", where: "Table 2" },
    rows: [
      { method: "full", score: 88.9 },
      { method: "lora", setting: "r 8", score: 89 },
    ],
  },
  {
    model: "deberta-v2-xxlarge",
    parameters: 1.5e9,
    sort: "encoder",
    kinds: ["classify"],
    task: "GLUE",
    source: { paper: "lora", where: "Table 2" },
    rows: [
      { method: "full", score: 91.1 },
      { method: "lora", setting: "r 16", score: 91.3 },
    ],
  },
  {
    model: "Llama-3.2-3B",
    parameters: 3.2e9,
    sort: "decoder",
    kinds: writing,
    task: "GSM8K",
    source: { paper: "peft-bench", where: "MetaMathQA" },
    rows: [
      { method: "full", score: 47.2, gibibytes: 36.2, seconds: 2147 },
      { method: "lora", setting: "r 64, rsLoRA", score: 51.3, gibibytes: 21, seconds: 966 },
      { method: "lora", setting: "r 10, MLP", score: 49.4, gibibytes: 23, seconds: 1050 },
      { method: "lora", setting: "r 32", score: 47.8, gibibytes: 20.8, seconds: 942 },
      { method: "dora", setting: "r 32", score: 46.9, gibibytes: 22.8, seconds: 1191 },
      { method: "prefix-tuning", setting: "50", score: 41.6, gibibytes: 19.2, seconds: 878 },
      { method: "ia3", score: 39.8, gibibytes: 21.6, seconds: 944 },
      { method: "prompt-tuning", setting: "200", score: 34.3, gibibytes: 22.7, seconds: 1428 },
    ],
  },
  {
    model: "llama-7b",
    parameters: 6.7e9,
    sort: "decoder",
    kinds: writing,
    task: "commonsense",
    source: { paper: "dora", where: "Table 1" },
    rows: [
      { method: "lora", setting: "r 32", score: 74.7 },
      { method: "dora", setting: "r 32", score: 78.4 },
      { method: "dora", setting: "r 16", score: 77.5 },
    ],
  },
  {
    model: "Meta-Llama-3-8B",
    parameters: 8e9,
    sort: "decoder",
    kinds: writing,
    task: "commonsense",
    source: { paper: "dora", where: "Table 1" },
    rows: [
      { method: "lora", score: 80.8 },
      { method: "dora", score: 85.2 },
    ],
  },
  {
    model: "gpt3-175b",
    parameters: 175e9,
    sort: "decoder",
    kinds: writing,
    task: "WikiSQL",
    source: { paper: "lora", where: "Table 4" },
    rows: [
      { method: "full", score: 73.8 },
      { method: "lora", setting: "37.7M", score: 74 },
      { method: "lora", setting: "4.7M", score: 73.4 },
      { method: "adapter", setting: "40.1M", score: 73.2 },
      { method: "bitfit", score: 71.3 },
      { method: "prefix-tuning", setting: "20.2M", score: 70.1 },
    ],
  },
  {
    model: "gpt3-175b",
    parameters: 175e9,
    sort: "decoder",
    kinds: ["classify"],
    task: "MNLI",
    source: { paper: "lora", where: "Table 4" },
    rows: [
      { method: "full", score: 89.5 },
      { method: "lora", setting: "4.7M", score: 91.7 },
      { method: "adapter", setting: "40.1M", score: 91.5 },
      { method: "bitfit", score: 91 },
      { method: "prefix-tuning", setting: "20.2M", score: 89.5 },
    ],
  },
];

/** Times larger or smaller that still counts as the same scale. */
const near = 3;

/** Comparisons on models of about this size and of this sort, the nearest in size first. */
export function comparisonsFor({
  parameters,
  sort,
  kind,
}: {
  readonly parameters: number;
  readonly sort: Sort;
  readonly kind: Kind;
}): readonly Comparison[] {
  const times = (size: number): number => Math.max(size / parameters, parameters / size);
  return comparisons
    .filter((each) => each.sort === sort && each.kinds.includes(kind) && times(each.parameters) <= near)
    .sort((a, b) => times(a.parameters) - times(b.parameters));
}
