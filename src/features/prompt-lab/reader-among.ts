import { otherModels } from "../../experiments/prompt/asked-model";
import type { PromptSpec } from "../../experiments/prompt/prompt-spec";
import { type ModelRef, modelKey } from "../../training/race-spec";

/** The chosen model where a variant still asks it: only then is it loaded. null: the model of the experiment. */
export function readerAmong(
  spec: Pick<PromptSpec, "base" | "from" | "variants">,
  chosen: ModelRef | null,
): ModelRef | null {
  return otherModels(spec).find((model) => chosen !== null && modelKey(model) === modelKey(chosen)) ?? null;
}
