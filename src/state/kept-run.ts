import * as z from "zod/mini";
import { raceSchema } from "../training/race-schema";
import type { LaneRun, Progress } from "./race-events";

const loss = z.nullable(z.number());
const count = z.int().check(z.nonnegative());

const lane = z.object({
  trained: count,
  kept: count,
  head: count,
  /** The step after which the lane ended early; null where it has not. */
  stoppedAt: z.nullable(count),
  /** Steps and training losses, of one length. null: the loss was NaN or infinite. */
  steps: z.array(count),
  losses: z.array(loss),
  evaluations: z.array(z.object({ step: count, heldOutLoss: loss, score: loss })),
});

/** A finished race with its settings and curves, as the browser keeps it and as a run file has it. */
export const keptRunSchema = z.object({
  kind: z.literal("run"),
  version: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Milliseconds since 1970. */
  keptAt: z.number(),
  race: raceSchema,
  /** "wasm", "webgpu" or "cpu". */
  backend: z.string(),
  /** Held-out loss and score of the base before any tuning. */
  start: z.object({ loss, score: loss }),
  /** In the order of the race's lanes. */
  lanes: z.array(lane).check(z.minLength(1), z.maxLength(6)),
});

export type KeptRun = z.infer<typeof keptRunSchema>;
export type KeptLane = KeptRun["lanes"][number];

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A race that is done, as it is kept; null where a lane came from a file, for then its curve is not of this race. */
export function keptRunOf(
  { info, lanes, backend }: Pick<Progress, "info" | "lanes" | "backend">,
  id: string,
  keptAt: number,
): KeptRun | null {
  if (!info || lanes.some(({ isLoaded, state }) => isLoaded || !state)) return null;
  return {
    kind: "run",
    version: 1,
    id,
    keptAt,
    race: {
      ...info.spec,
      lanes: info.spec.lanes.map((spec, i) => lanes[i]?.spec ?? spec),
    } as KeptRun["race"],
    backend: (backend ?? info.backend).name,
    start: { loss: finite(info.base.heldOutLoss), score: finite(info.base.score) },
    lanes: lanes.map(keptLane),
  };
}

function keptLane({ state, series }: LaneRun): KeptLane {
  return {
    trained: state?.trained ?? 0,
    kept: state?.kept ?? 0,
    head: state?.head ?? 0,
    stoppedAt: state?.stoppedAt ?? null,
    steps: [...series.steps],
    losses: series.losses.map(finite),
    evaluations: series.evaluations.map(({ step, heldOutLoss, score }) => ({
      step,
      heldOutLoss: finite(heldOutLoss),
      score: finite(score),
    })),
  };
}

/** Reads a run file; null where it is none. */
export function parseRunFile(text: string): KeptRun | null {
  try {
    const parsed = keptRunSchema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.lanes.length === parsed.data.race.lanes.length ? parsed.data : null;
  } catch {
    return null;
  }
}
