import type { Architecture } from "../../counting/architecture";
import { type CountReport, countArchitecture } from "../../counting/count";
import { CountingError } from "../../counting/counting-error";
import type { RawOptions } from "../../counting/options";
import { type BaseFormat, type TrainingMemory, trainingMemory } from "../../counting/training-memory";
import type { Project } from "./project";
import type { ChoiceId } from "./rules";
import { tuningOf } from "./tuning";

/** A way to train: a method on a base held in a format. */
export interface Setup {
  readonly id: SetupId;
  readonly choice: ChoiceId;
  readonly format: BaseFormat;
}

export type SetupId = "full32" | "full" | "lora16" | "lora8" | "lora4";

/** From what needs most memory to what needs least. */
export const setups: readonly Setup[] = [
  { id: "full32", choice: "full", format: "fp32" },
  { id: "full", choice: "full", format: "mixed" },
  { id: "lora16", choice: "lora", format: "mixed" },
  { id: "lora8", choice: "lora", format: "int8" },
  { id: "lora4", choice: "lora", format: "nf4" },
];

/** Batch, length and GPU change no count, and a change of one of them asks for the same counts dozens of times. */
const counted = new WeakMap<Architecture, Map<string, CountReport | null>>();

/** null where the model has nothing that the method could tune. */
export function countChoice(
  architecture: Architecture,
  choice: ChoiceId,
  project: Project,
): CountReport | null {
  const { method, options } = tuningOf(choice, project, architecture);
  return method === null
    ? null
    : countOnce(architecture, method, { ...options, ...headOf(architecture, project) });
}

/** Bytes that the setup needs; null where it cannot be on this model. */
export function memoryOfSetup(
  architecture: Architecture,
  { choice, format }: Pick<Setup, "choice" | "format">,
  project: Project,
): TrainingMemory | null {
  const report = countChoice(architecture, choice, project);
  const { batch, length, checkpointing, kind } = project;
  const classifies = kind === "classify" && hasClassifier(architecture);
  return report && trainingMemory(architecture, report, format, { batch, length, checkpointing, classifies });
}

/** Two classes: how many there are moves the count by a few thousand. */
function headOf(architecture: Architecture, { kind }: Project): RawOptions {
  return kind === "classify" && hasClassifier(architecture) ? { num_labels: 2 } : {};
}

function hasClassifier(architecture: Architecture): boolean {
  return (architecture.load("SEQ_CLS", 2) ?? architecture.load("IMAGE_CLS", 2)) !== null;
}

function countOnce(architecture: Architecture, method: string, options: RawOptions): CountReport | null {
  const reports = counted.get(architecture) ?? new Map<string, CountReport | null>();
  counted.set(architecture, reports);
  const key = JSON.stringify([method, options]);
  const known = reports.get(key);
  if (known !== undefined) return known;
  const report = countOrNull(architecture, method, options);
  reports.set(key, report);
  return report;
}

function countOrNull(architecture: Architecture, method: string, options: RawOptions): CountReport | null {
  try {
    return countArchitecture(architecture, method, options);
  } catch (error) {
    if (error instanceof CountingError) return null;
    throw error;
  }
}
