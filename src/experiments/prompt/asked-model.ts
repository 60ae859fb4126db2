import { findBase } from "../../bases/index";
import { readAlike } from "../../bases/read-alike";
import { type BaseWeights, type ModelRef, modelKey } from "../../training/race-spec";
import type { Report } from "../link-parts";
import type { PromptSpec, PromptVariant } from "./prompt-spec";

/** Whom a variant asks: its own model, or that of the experiment. */
export function modelOf({ base, from }: ModelRef, { model }: Pick<PromptVariant, "model">): ModelRef {
  return model ?? { base, from };
}

/** The models that an experiment asks beside its own, each once. */
export function otherModels(spec: Pick<PromptSpec, "base" | "from" | "variants">): readonly ModelRef[] {
  const byKey = new Map(
    spec.variants.map((variant) => modelOf(spec, variant)).map((model) => [modelKey(model), model]),
  );
  byKey.delete(modelKey(spec));
  return [...byKey.values()];
}

/** A model as links name it, like its checkpoint: "reader-micro", "reader-micro.1500"; "reader-micro.untrained". */
export function writeModel({ base, from }: ModelRef): string {
  if (from === "pretrained") return base;
  return `${base}.${from === "untrained" ? from : from.step}`;
}

/** The model that a text names; where an experiment with this base cannot ask it, reports the part and gives undefined. */
export function readModel(text: string, own: string, part: string, report: Report): ModelRef | undefined {
  const [id = "", weights] = text.split(".");
  const base = findBase(id);
  const main = findBase(own);
  if (!base) report(part, "unknown");
  else if (!main || !readAlike(base, main)) report(part, "misfit", own);
  else {
    const { snapshots = [] } = base;
    const step = snapshots.find((one) => String(one) === weights);
    const from: BaseWeights | undefined =
      weights === undefined
        ? "pretrained"
        : weights === "untrained"
          ? weights
          : step !== undefined
            ? { step }
            : undefined;
    if (from) return { base: base.id, from };
    report(part, "not-a-choice", snapshots.join(", ") || "–");
  }
  return undefined;
}
