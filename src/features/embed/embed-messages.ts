import * as z from "zod/mini";
import type { PromptExperiment } from "../../state/prompt-shape";
import type { Race } from "../../state/race-shape";

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
  | ResultReport;

/** What came out in the end. */
export type ResultReport =
  /** All steps were taken; losses and scores on held-out questions. */
  | { readonly type: "result"; readonly step: number; readonly lanes: readonly LaneReport[] }
  /** All questions were asked, under each variant of the prompt in the order of the link. */
  | { readonly type: "result"; readonly variants: readonly VariantReport[] };

export interface LaneReport {
  readonly method: string;
  readonly heldOutLoss: number;
  /** Share of right answers, 0 to 1. */
  readonly score: number;
}

export interface VariantReport {
  /** null: nobody gave it one. */
  readonly name: string | null;
  /** How many questions were asked. */
  readonly of: number;
  /** Share of right answers with its 95 % confidence interval, 0 to 1. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** The result of a race. */
export function raceResult({ draft, lanes, step }: Pick<Race, "draft" | "lanes" | "step">): ResultReport {
  return {
    type: "result",
    step,
    lanes: draft.lanes.map(({ method }, lane) => {
      const last = lanes[lane]?.series.evaluations.at(-1);
      return { method, heldOutLoss: last?.heldOutLoss ?? Number.NaN, score: last?.score ?? Number.NaN };
    }),
  };
}

/** The result of a prompt experiment. */
export function promptResult({
  draft,
  progress,
}: Pick<PromptExperiment, "draft" | "progress">): ResultReport {
  return {
    type: "result",
    variants: (progress?.variants ?? []).map(({ right, of, band: { low, high } }, i) => ({
      name: draft.variants[i]?.name ?? null,
      of,
      score: right / of,
      low,
      high,
    })),
  };
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
