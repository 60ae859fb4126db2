import * as z from "zod/mini";
import { OptionError, parseOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { laneSchema, raceFields, rateChangesSchema, upgradeRace } from "../training/race-schema";

const { lanes: _, ...race } = raceFields;
const count = z.int().check(z.nonnegative());
const share = z.number().check(z.minimum(0), z.maximum(1));

/** The result of one lane of a race as plain data, so that runs of different days can be compared. */
const resultSchema = z.pipe(
  z.object({
    ...race,
    // A result always says which changes its lane had, also when there were none.
    lane: z.extend(laneSchema, { rateChanges: rateChangesSchema }),
    trained: count,
    kept: count,
    /** Parameters of a new classification head, counted apart. */
    head: count,
    /** The step of the results below; less than `steps` where the lane stopped. */
    step: count,
    /** Held out, 0 to 1. */
    score: share,
    heldOutLoss: z.number(),
    /** The score of the base before any tuning. */
    baseScore: share,
    /** What was lost of earlier skills, means over the probes: share of right answers, nats a token; null without probes. */
    lost: z.nullable(z.object({ exact: z.number(), loss: z.number() })),
    /** The step at which the loss was NaN or infinite. */
    stoppedAt: z.nullable(count),
  }),
  z.transform((run, context) => {
    try {
      const method = findMethod(run.lane.method);
      if (method) {
        const options = parseOptions(method.options, run.lane.options);
        return { ...run, lane: { ...run.lane, options } };
      }
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
    }
    context.issues.push({ code: "custom", input: run, message: "made by a method that is not known here" });
    return z.NEVER;
  }),
);

export const laneResultSchema = z.pipe(z.transform(upgradeRace), resultSchema);

export type LaneResult = z.infer<typeof resultSchema>;

/** Equal for runs that differ in the seed only. */
export function setupKey({ base, from, task, taskOptions, lane, batch, steps }: LaneResult): string {
  const options = Object.entries(lane.options).sort(([a], [b]) => (a < b ? -1 : 1));
  const rates = [lane.learningRate, lane.rateChanges];
  return JSON.stringify([
    base,
    from,
    task,
    batch,
    steps,
    lane.method,
    options,
    rates,
    taskOptions,
    lane.objective,
    lane.task,
  ]);
}

/** Equal for runs of one spec, which give the same results again. */
export function runKey(run: LaneResult): string {
  return `${run.seed} ${setupKey(run)}`;
}
