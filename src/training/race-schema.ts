import * as z from "zod/mini";
import type { AnyOptions } from "../lib/options";
import { type LaneSpec, limits, type RaceSpec } from "./race-spec";

const id = z.string().check(z.minLength(1), z.maxLength(100));
const option = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);
const learningRate = z.number().check(z.positive(), z.maximum(limits.learningRate.max));

/** Changes of a learning rate on the way. */
export const rateChangesSchema = z
  .array(z.object({ step: z.int().check(z.nonnegative()), learningRate }))
  .check(z.maxLength(limits.rateChanges.max));

const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.int().check(z.minimum(min), z.maximum(max));

/** A lane as it is read from a file or from storage; whether the method exists and takes these options is asked elsewhere. */
export const laneSchema = z.object({
  method: id,
  options: z.pipe(
    z.record(z.string(), option),
    z.transform((options): AnyOptions => options),
  ),
  learningRate,
  rateChanges: z.exactOptional(rateChangesSchema),
}) satisfies z.ZodMiniType<LaneSpec>;

/** A race as it is read from a file or from storage; whether its base and its task exist is asked elsewhere. */
export const raceSchema = z.object({
  base: id,
  pretrained: z.boolean(),
  task: id,
  lanes: z.array(laneSchema).check(z.minLength(limits.lanes.min), z.maxLength(limits.lanes.max)),
  batch: within(limits.batch),
  steps: within(limits.steps),
  seed: within(limits.seed),
}) satisfies z.ZodMiniType<RaceSpec>;
