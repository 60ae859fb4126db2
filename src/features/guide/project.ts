import type { Architecture } from "../../counting/architecture";
import { requireArchitecture } from "../../counting/count";
import type { GpuId } from "./gpus";

/** What the model should do after tuning. */
export const kinds = ["classify", "write", "chat", "style"] as const;
export type Kind = (typeof kinds)[number];

/** What the user has and wants; all of it is in the address. */
export interface Project {
  /** The id of a model known by name. */
  readonly model: string;
  /** In its place: the user's own, by its config.json. */
  readonly own: Architecture | null;
  readonly gpu: GpuId;
  /** Memory of the GPU where it is none of the list, in GB. */
  readonly gigabytes: number;
  /** Examples to train on. */
  readonly examples: number;
  readonly kind: Kind;
  /** Tasks that share one base. */
  readonly tasks: number;
  /** Answers may take a little longer than those of the base. */
  readonly mayCostMore: boolean;
  /** Examples in one pass. */
  readonly batch: number;
  /** Tokens of an example. */
  readonly length: number;
  readonly checkpointing: boolean;
}

/** The page as it opens without a query. */
export const usual: Project = {
  model: "Llama-3.2-3B",
  own: null,
  gpu: "l4",
  gigabytes: 24,
  examples: 2000,
  kind: "write",
  tasks: 1,
  mayCostMore: false,
  batch: 4,
  length: 512,
  checkpointing: true,
};

/** What the number fields take. */
export const limits = {
  gigabytes: [1, 2000],
  examples: [0, 10_000_000],
  tasks: [1, 10_000],
  batch: [1, 1024],
  length: [1, 131_072],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

export type NumberName = keyof typeof limits;

/** The model of the project. */
export function architectureOf({ model, own }: Project): Architecture {
  return own ?? requireArchitecture(model);
}
