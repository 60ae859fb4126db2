import * as z from "zod/mini";

/** What the page around may ask for. */
const command = z.object({
  target: z.literal("tuning-playground"),
  command: z.enum(["play", "pause", "reset"]),
});

export type Command = z.infer<typeof command>["command"];

/** What the page around is told. */
export type Report =
  /** The figure can be played. */
  | { readonly type: "ready"; readonly commands: readonly Command[] }
  /** The room it takes, in CSS pixels. */
  | { readonly type: "height"; readonly height: number }
  /** All steps were taken; losses and scores on held-out questions. */
  | { readonly type: "result"; readonly step: number; readonly lanes: readonly LaneReport[] };

export interface LaneReport {
  readonly method: string;
  readonly heldOutLoss: number;
  /** Share of right answers, 0 to 1. */
  readonly score: number;
}

/** The command in a message of the page around; null where it is none, or the message is another page's. */
export function commandOf(
  message: Pick<MessageEvent, "data" | "origin">,
  parent: string | null,
): Command | null {
  if (parent === null || message.origin !== parent) return null;
  const read = command.safeParse(message.data);
  return read.success ? read.data.command : null;
}

/** The site that shows this one in a frame; null where there is none, or the browser does not say. */
export function parentOrigin({
  referrer,
  isFramed,
}: {
  readonly referrer: string;
  readonly isFramed: boolean;
}): string | null {
  if (!isFramed || !URL.canParse(referrer)) return null;
  const { origin } = new URL(referrer);
  return origin === "null" ? null : origin;
}
