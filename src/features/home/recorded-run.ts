import * as z from "zod/mini";
import type { Point } from "../../charts/down-sample";
import { keptFetch } from "../../lib/kept-fetch";
import { publicFile } from "../../lib/public-file";
import type { Series } from "../../state/race-events";
import { raceSchema } from "../../training/race-schema";
import type { RaceSpec } from "../../training/race-spec";
import type { BackendChoice } from "../../worker/api";

const schema = z.object({
  spec: raceSchema,
  made: z.object({
    command: z.string(),
    date: z.string(),
    backend: z.object({ name: z.enum(["webgpu", "wasm", "cpu"]), fused: z.boolean() }),
  }),
  total: z.number(),
  lanes: z.array(
    z.object({
      trained: z.number(),
      kept: z.number(),
      steps: z.array(z.number()),
      loss: z.array(z.number()),
      evaluations: z
        .array(z.object({ step: z.number(), heldOutLoss: z.number(), score: z.number() }))
        .check(z.minLength(1)),
    }),
  ),
});

/** A race run beforehand: public/runs/home-race.json. */
export interface RecordedRun {
  readonly spec: RaceSpec;
  readonly made: {
    readonly command: string;
    readonly date: string;
    readonly backend: Pick<BackendChoice, "name" | "fused">;
  };
  /** Parameters of the base. */
  readonly total: number;
  /** In the order of the spec's lanes. */
  readonly lanes: readonly RecordedLane[];
}

export interface RecordedLane {
  readonly trained: number;
  readonly kept: number;
  readonly steps: readonly number[];
  readonly loss: readonly number[];
  readonly evaluations: readonly RecordedEvaluation[];
}

export interface RecordedEvaluation {
  readonly step: number;
  readonly heldOutLoss: number;
  readonly score: number;
}

/** Checks a recorded run; throws where it is not one. */
export function parseRecordedRun(json: unknown): RecordedRun {
  const run = schema.parse(json);
  if (run.lanes.length !== run.spec.lanes.length)
    throw new Error("a recorded run needs one recording a lane");
  return run;
}

export async function fetchRecordedRun(): Promise<RecordedRun> {
  const response = await keptFetch(publicFile("runs/home-race.json"));
  if (!response.ok) throw new Error(`home-race.json: ${response.status}`);
  return parseRecordedRun(await response.json());
}

/** What a recorded lane had shown when the race stood at `step`: only what was measured. */
export function seriesUntil(lane: RecordedLane, step: number): Series {
  const shown = lane.steps.filter((at) => at <= step).length;
  const past = lane.evaluations.filter((evaluation) => evaluation.step <= step);
  return {
    steps: lane.steps.slice(0, shown),
    losses: lane.loss.slice(0, shown),
    evaluations: past.map((evaluation) => ({ ...evaluation, examples: [], probes: [] })),
  };
}

/** Where a line stands that grows from one evaluation to the next; undefined at an evaluation and after the last. */
export function tipAt({ evaluations }: RecordedLane, step: number): Point | undefined {
  const last = evaluations.findLast((evaluation) => evaluation.step <= step);
  const next = evaluations.find((evaluation) => evaluation.step > step);
  if (!last || !next || step === last.step) return undefined;
  const share = (step - last.step) / (next.step - last.step);
  return { x: step, y: last.heldOutLoss + share * (next.heldOutLoss - last.heldOutLoss) };
}
