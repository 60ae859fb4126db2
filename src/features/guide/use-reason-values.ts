import { useNumbers } from "../../i18n/numbers";
import { useBytes } from "../../model-view/use-bytes";
import { bytesOf } from "./gpus";
import { architectureOf, type Project } from "./project";
import { countChoice, memoryOfSetup } from "./setups";
import { leanest } from "./situation";

/** As text, what sentences fill in. */
export interface ReasonValues {
  readonly model: string;
  readonly examples: string;
  readonly tasks: string;
  /** Size of the file of a LoRA. */
  readonly file: string;
  /** Size of the whole model. */
  readonly whole: string;
  /** Size of a whole model for each task. */
  readonly copies: string;
  /** Memory that the leanest LoRA needs. */
  readonly need: string;
  /** Memory of the GPU. */
  readonly have: string;
}

/** The figures of this project that its reasons name. */
export function useReasonValues(project: Project): ReasonValues {
  const { count } = useNumbers();
  const bytes = useBytes();
  const architecture = architectureOf(project);
  const file = countChoice(architecture, "lora", project)?.fileBytes.fp16 ?? 0;
  const whole = countChoice(architecture, "full", project)?.fileBytes.fp16 ?? 0;
  const need = memoryOfSetup(architecture, { choice: "lora", format: "nf4" }, leanest(project))?.total ?? 0;
  return {
    model: architecture.id,
    examples: count(project.examples),
    tasks: count(project.tasks),
    file: bytes(file),
    whole: bytes(whole),
    copies: bytes(project.tasks * whole),
    need: bytes(need),
    have: bytes(bytesOf(project)),
  };
}
