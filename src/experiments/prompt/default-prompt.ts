import { defaultOptions } from "../../lib/options";
import type { ListedTask } from "../../tasks/index";
import { baseFor, defaultRace } from "../../training/default-race";
import { type PromptSpec, type PromptVariant, variantOf, variantOptions } from "./prompt-spec";

/** A question as the task asks it, answered greedily. */
export const plainVariant: PromptVariant = variantOf(defaultOptions(variantOptions), { trigger: null });

/** The experiment offered for a task: one plain variant, asked of the base that fits the task best. */
export function defaultPrompt(task?: ListedTask): PromptSpec {
  const race = defaultRace(task);
  return {
    base: task ? baseFor(task).id : race.base,
    from: "pretrained",
    task: { id: race.task },
    variants: [plainVariant],
    items: 200,
    seed: 1,
  };
}
