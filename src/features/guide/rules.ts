import type { Kind } from "./project";

/** What the rules ask of a project. */
export interface Situation {
  readonly kind: Kind;
  readonly examples: number;
  readonly tasks: number;
  readonly mayCostMore: boolean;
  /** Of the model. */
  readonly parameters: number;
  /** The model gives tokens, not only vectors. */
  readonly writes: boolean;
  /** The model has biases that BitFit could train. */
  readonly hasBiases: boolean;
  /**
   * The most that the GPU has room for: full fine-tuning, LoRA on a base in 16 or in 4 bits, or nothing. 8 bits are left
   * out: what was published with them is older than QLoRA, and the scripts cannot do it.
   */
  readonly room: "full" | "lora16" | "lora4" | "none";
}

/** What may be recommended: a method, a prompt without any training, or another model. */
export type ChoiceId =
  | "prompting"
  | "other-model"
  | "head"
  | "bitfit"
  | "ia3"
  | "prompt-tuning"
  | "lora"
  | "dora"
  | "full";

/** A sentence with its figure and source, by its key in the words of the page. */
export type ReasonId =
  | "readsOnly"
  | "fewExamples"
  | "fewShotTuning"
  | "noRoom"
  | "learnsLess"
  | "lowData"
  | "encoders"
  | "smallFile"
  | "copies"
  | "forgetsLess"
  | "sameQuality"
  | "allMatrices"
  | "merged"
  | "unmerged"
  | "quantized";

export interface Rule {
  readonly id: string;
  readonly when: (situation: Situation) => boolean;
  readonly take: ChoiceId;
  readonly reasons: readonly ReasonId[];
  /** In the order of preference; the first two that suit are shown. */
  readonly others: readonly ChoiceId[];
}

/** Fewer cannot be split into examples to train on and enough held-out ones to judge by. */
export const fewest = 20;
/** From here on full fine-tuning had the edge where a model had much to learn. */
export const many = 100_000;

/** The first rule that applies decides. */
export const rules: readonly Rule[] = [
  {
    id: "reads-only",
    when: ({ writes, kind }) => !writes && kind !== "classify",
    take: "other-model",
    reasons: ["readsOnly"],
    others: ["head", "lora"],
  },
  {
    id: "few-examples",
    when: ({ writes, examples }) => writes && examples < fewest,
    take: "prompting",
    reasons: ["fewExamples", "fewShotTuning"],
    others: ["ia3", "lora"],
  },
  {
    id: "few-labels-only",
    when: ({ writes, examples }) => !writes && examples < fewest,
    take: "head",
    reasons: ["fewExamples"],
    others: ["bitfit", "lora"],
  },
  {
    id: "no-room",
    when: ({ room }) => room === "none",
    take: "other-model",
    reasons: ["noRoom"],
    others: ["prompting", "lora", "head"],
  },
  {
    id: "much-data",
    when: ({ kind, examples, tasks, room }) =>
      kind !== "classify" && examples >= many && tasks === 1 && room === "full",
    take: "full",
    reasons: ["learnsLess"],
    others: ["lora", "dora"],
  },
  {
    id: "few-labels",
    when: ({ kind, examples }) => kind === "classify" && examples < 1000,
    take: "lora",
    reasons: ["lowData", "encoders"],
    others: ["bitfit", "head"],
  },
  {
    id: "labels",
    when: ({ kind }) => kind === "classify",
    take: "lora",
    reasons: ["encoders"],
    others: ["full", "bitfit"],
  },
  {
    id: "many-tasks",
    when: ({ tasks, mayCostMore }) => tasks > 1 && mayCostMore,
    take: "lora",
    reasons: ["smallFile", "sameQuality"],
    others: ["prompt-tuning", "ia3", "dora"],
  },
  {
    id: "many-fast-tasks",
    when: ({ tasks }) => tasks > 1,
    take: "lora",
    reasons: ["copies", "sameQuality"],
    others: ["ia3", "dora"],
  },
  {
    id: "style",
    when: ({ kind }) => kind === "style",
    take: "lora",
    reasons: ["forgetsLess", "sameQuality"],
    others: ["prompting", "dora"],
  },
  {
    id: "writing",
    when: () => true,
    take: "lora",
    reasons: ["sameQuality", "allMatrices"],
    others: ["full", "dora"],
  },
];

export interface Advice {
  readonly rule: string;
  readonly take: ChoiceId;
  readonly reasons: readonly ReasonId[];
  readonly others: readonly ChoiceId[];
}

/** What the first rule that applies says, with what follows from speed and memory. */
export function advise(situation: Situation): Advice {
  const rule = rules.find(({ when }) => when(situation));
  if (!rule) throw new Error("no rule applies");
  const { id, take } = rule;
  const { tasks, mayCostMore, room } = situation;
  const isLow = take === "lora";
  const reasons: ReasonId[] = [
    ...rule.reasons,
    ...(isLow && room === "lora4" ? (["quantized"] as const) : []),
    ...(isLow ? [tasks > 1 && mayCostMore ? ("unmerged" as const) : ("merged" as const)] : []),
  ];
  const others = rule.others.filter((choice) => suits(choice, situation)).slice(0, 2);
  return { rule: id, take, reasons, others };
}

/** Prompts reached full fine-tuning in models from about this size on (Lester et al. 2021). */
export const promptSize = 1e10;

/** Whether the choice can be made at all with this model and task. */
export function suits(choice: ChoiceId, { kind, writes, hasBiases, parameters }: Situation): boolean {
  switch (choice) {
    case "head":
      return kind === "classify" || !writes;
    case "bitfit":
      return hasBiases;
    case "prompting":
      return writes;
    case "prompt-tuning":
      return writes && parameters >= promptSize;
    case "other-model":
    case "ia3":
    case "lora":
    case "dora":
    case "full":
      return true;
    default:
      throw new Error(`unhandled choice: ${JSON.stringify(choice satisfies never)}`);
  }
}
