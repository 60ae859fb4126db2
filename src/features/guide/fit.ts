import type { BaseFormat } from "../../counting/training-memory";
import { bytesOf, type Gpu, gpus, usableBytes, type Verdict, verdictOf } from "./gpus";
import { architectureOf, type Project } from "./project";
import type { ChoiceId } from "./rules";
import { memoryOfSetup } from "./setups";

/** A change that saves memory. */
export type Saving =
  | { readonly kind: "checkpointing" }
  | { readonly kind: "batch" }
  | { readonly kind: "lora" }
  | { readonly kind: "format"; readonly format: "int8" | "nf4" }
  | { readonly kind: "length"; readonly length: number };

/** Whether training fits the GPU of the project, and what would make it fit. */
export interface Fit {
  /** Bytes. */
  readonly need: number;
  /** Bytes. */
  readonly have: number;
  readonly verdict: Verdict;
  /** All of it together makes it surely fit; empty where it fits as it is, null where nothing here is enough. */
  readonly savings: readonly Saving[] | null;
  /** The smallest of the list that it fits as it is. */
  readonly smallestGpu: Gpu | null;
}

/** A project with a way to train; what was chosen, or what it comes to after some savings. */
interface Plan {
  readonly project: Project;
  readonly choice: ChoiceId;
  readonly format: BaseFormat;
}

const bySize: readonly Gpu[] = [...gpus].sort((a, b) => usableBytes(a) - usableBytes(b));

/** null where the choice trains nothing on this model. */
export function fitOf(plan: Plan): Fit | null {
  const need = bytesNeeded(plan);
  if (need === null) return null;
  const have = bytesOf(plan.project);
  return {
    need,
    have,
    verdict: verdictOf(need, have),
    savings: savingsFor(plan, have),
    smallestGpu:
      bySize.find((gpu) => runs(gpu, plan) && verdictOf(need, usableBytes(gpu)) === "fits") ?? null,
  };
}

/** bitsandbytes, which packs a base, is not made for the GPUs of Macs. */
function runs({ maker }: Gpu, { format }: Plan): boolean {
  return maker !== "apple" || format === "fp32" || format === "mixed";
}

function bytesNeeded({ project, choice, format }: Plan): number | null {
  return memoryOfSetup(architectureOf(project), { choice, format }, project)?.total ?? null;
}

/** One step of saving, and the plan after it; null where there is nothing more to save that way. */
type Step = (plan: Plan) => { readonly saving: Saving; readonly next: Plan } | null;

const shortest = 128;

/** In the order they are tried: first what leaves the result as it is. */
const steps: readonly Step[] = [
  (plan) =>
    plan.project.checkpointing
      ? null
      : { saving: { kind: "checkpointing" }, next: withProject(plan, { checkpointing: true }) },
  (plan) =>
    plan.project.batch === 1 ? null : { saving: { kind: "batch" }, next: withProject(plan, { batch: 1 }) },
  (plan) =>
    plan.choice === "full"
      ? { saving: { kind: "lora" }, next: { ...plan, choice: "lora", format: "mixed" } }
      : null,
  (plan) => {
    const format = plan.format === "nf4" ? null : plan.format === "int8" ? "nf4" : "int8";
    return format && { saving: { kind: "format", format }, next: { ...plan, format } };
  },
  (plan) => {
    const length = Math.max(shortest, Math.floor(plan.project.length / 2));
    return length < plan.project.length
      ? { saving: { kind: "length", length }, next: withProject(plan, { length }) }
      : null;
  },
];

function withProject(plan: Plan, change: Partial<Project>): Plan {
  return { ...plan, project: { ...plan.project, ...change } };
}

function savingsFor(start: Plan, have: number): readonly Saving[] | null {
  // A later step of a kind takes the place of the former: 4 bits of 8, a quarter of a half.
  const savings = new Map<Saving["kind"], Saving>();
  const fits = (plan: Plan): boolean => verdictOf(bytesNeeded(plan) ?? 0, have) === "fits";
  let plan = start;
  for (const step of steps) {
    for (let taken = step(plan); taken && !fits(plan); taken = step(plan)) {
      savings.set(taken.saving.kind, taken.saving);
      plan = taken.next;
    }
  }
  return fits(plan) ? [...savings.values()] : null;
}
