import type { DrawRequest, DrawResult } from "../experiments/picture/draw-request";
import type { PromptFinding, PromptLook } from "../experiments/prompt/look";
import type { PicturesRunner } from "./open-pictures";
import type { PromptRunner } from "./open-prompt";
import type { RaceRunner } from "./open-race";

/** What is open: the calls that all kinds have go to its runner, those of a race need one. */
export type Open =
  | { readonly kind: "race"; readonly runner: RaceRunner }
  | { readonly kind: "prompt"; readonly runner: PromptRunner }
  | { readonly kind: "pictures"; readonly runner: PicturesRunner };

/** Looks at a prompt with the base of the prompt experiment that is open. Throws where none is. */
export async function lookInto(open: Open | null, question: PromptLook): Promise<PromptFinding> {
  if (open?.kind !== "prompt") throw new Error("no prompt experiment is open");
  return open.runner.call((running) => running.look(question));
}

/** Draws with the base of the picture experiment that is open. Throws where none is. */
export async function drawWith(open: Open | null, request: DrawRequest): Promise<DrawResult> {
  if (open?.kind !== "pictures") throw new Error("no picture experiment is open");
  return open.runner.call((running) => running.draw(request));
}

/** The adapter of a lane of what is open, as a file. Throws where nothing with lanes is. */
export async function saveLane(open: Open | null, lane: number): Promise<Uint8Array> {
  if (open?.kind === "race") return open.runner.call((running) => running.save(lane));
  if (open?.kind === "pictures") return open.runner.call((running) => running.save(lane));
  throw new Error("no race is open");
}
