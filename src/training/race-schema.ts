import * as z from "zod/mini";
import { allBases } from "../bases/index";
import type { AnyOptions } from "../lib/options";
import { methods } from "../methods/index";
import { allTasks } from "../tasks/index";
import { objectiveIds } from "./objectives/ids";
import { preferenceSchema } from "./preferences/preference-schema";
import { type LaneSpec, limits, type RaceSpec } from "./race-spec";

const option = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);
const learningRate = z.number().check(z.positive(), z.maximum(limits.learningRate.max));

/** Changes of the learning rate during a race. */
export const rateChangesSchema = z
  .array(z.object({ step: z.int().check(z.nonnegative()), learningRate }))
  .check(z.maxLength(limits.rateChanges.max));

/** A whole number within limits. */
export const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.int().check(z.minimum(min), z.maximum(max));

/** Options of a method, an objective or a task as stored; whether they are valid is checked elsewhere. */
export const optionsSchema = z.pipe(
  z.record(z.string(), option),
  z.transform((options): AnyOptions => options),
);

const taskId = z.enum(allTasks.map(({ id }) => id));

/** A task with its options; whether they are valid is checked elsewhere. */
export const taskRefSchema = z.object({ id: taskId, options: z.exactOptional(optionsSchema) });
/** A lane as it is read from a file or from storage; whether its options are valid is checked elsewhere. */
export const laneSchema = z.object({
  method: z.enum(methods.map(({ id }) => id)),
  options: optionsSchema,
  learningRate,
  rateChanges: z.exactOptional(rateChangesSchema),
  objective: z.exactOptional(z.object({ id: z.enum(objectiveIds), options: optionsSchema })),
  task: z.exactOptional(taskRefSchema),
}) satisfies z.ZodMiniType<LaneSpec>;

/** Files made before bases had snapshots say `pretrained: true` or `false` where we now say what a race starts from. */
export function upgradeRace(json: unknown): unknown {
  if (typeof json !== "object" || json === null || !("pretrained" in json)) return json;
  const { pretrained, ...rest } = json;
  if (typeof pretrained !== "boolean") return json;
  return { from: pretrained ? "pretrained" : "untrained", ...rest };
}

/** Which weights of a base a run starts from. */
export const weightsSchema = z.union([
  z.enum(["pretrained", "untrained"]),
  z.object({ step: z.int().check(z.nonnegative()) }),
]);

/** The fields of a race. */
export const raceFields = {
  base: z.enum(allBases.map(({ id }) => id)),
  from: weightsSchema,
  task: taskId,
  taskOptions: z.exactOptional(optionsSchema),
  preferences: z.exactOptional(preferenceSchema),
  lanes: z.array(laneSchema).check(z.minLength(limits.lanes.min), z.maxLength(limits.lanes.max)),
  batch: within(limits.batch),
  steps: within(limits.steps),
  seed: within(limits.seed),
};

/** A race as it is read from a file or from storage. */
export const raceSchema = z.pipe(
  z.transform(upgradeRace),
  z.object(raceFields),
) satisfies z.ZodMiniType<RaceSpec>;
