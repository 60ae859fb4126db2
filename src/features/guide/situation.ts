import type { Architecture } from "../../counting/architecture";
import { countArchitecture } from "../../counting/count";
import type { BaseFormat } from "../../counting/training-memory";
import { bytesOf, verdictOf } from "./gpus";
import { architectureOf, type Project } from "./project";
import type { Sort } from "./published-quality";
import type { Situation } from "./rules";
import { memoryOfSetup, type SetupId, setups } from "./setups";

/** What the rules ask, from what the user said. */
export function situationOf(project: Project): Situation {
  const { kind, examples, tasks, mayCostMore } = project;
  const architecture = architectureOf(project);
  return {
    kind,
    examples,
    tasks,
    mayCostMore,
    parameters: countArchitecture(architecture, "full").total,
    writes: sortOf(architecture) !== "encoder",
    hasBiases: countArchitecture(architecture, "bitfit").trained > 0,
    room: roomOn(bytesOf(project), project, architecture),
  };
}

/** What sort of model it is. */
export function sortOf(architecture: Architecture): Sort {
  if (architecture.load("CAUSAL_LM", 2)) return "decoder";
  return architecture.isEncoderDecoder ? "pair" : "encoder";
}

/** With everything done to save memory that leaves the result as it is: one example a pass, and checkpointing. */
export function leanest(project: Project): Project {
  return { ...project, batch: 1, checkpointing: true };
}

const rooms = {
  full32: "full",
  full: "full",
  lora16: "lora16",
  lora8: "lora4",
  lora4: "lora4",
} as const satisfies Readonly<Record<SetupId, Situation["room"]>>;

function roomOn(bytes: number, project: Project, architecture: Architecture): Situation["room"] {
  const roomy = setups.find((setup) => {
    const memory = memoryOfSetup(architecture, setup, leanest(project));
    return memory !== null && verdictOf(memory.total, bytes) === "fits";
  });
  return roomy ? rooms[roomy.id] : "none";
}

/** How the base is held where there is this much room. */
export const formatIn: Readonly<Record<Situation["room"], BaseFormat>> = {
  full: "mixed",
  lora16: "mixed",
  lora4: "nf4",
  none: "nf4",
};
