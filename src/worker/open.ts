import type { PromptFinding, PromptLook } from "../experiments/prompt/look";
import type { PromptRunner } from "./open-prompt";
import type { RaceRunner } from "./open-race";

/** What is open: the calls that all kinds have go to its runner, those of a race need one. */
export type Open =
  | { readonly kind: "race"; readonly runner: RaceRunner }
  | { readonly kind: "prompt"; readonly runner: PromptRunner };

/** Looks at a prompt with the base of the prompt experiment that is open. Throws where none is. */
export async function lookInto(open: Open | null, question: PromptLook): Promise<PromptFinding> {
  if (open?.kind !== "prompt") throw new Error("no prompt experiment is open");
  return open.runner.call((running) => running.look(question));
}
