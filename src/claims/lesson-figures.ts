import * as z from "zod/mini";
import { raceSchema } from "../training/race-schema";
import { type LessonFigures, type Measure, measures } from "./claim";

// JSON knows no NaN.
const number = z.pipe(
  z.nullable(z.number()),
  z.transform((value) => value ?? Number.NaN),
);
const figure = z.object({ mean: number, sd: number });
const schema = z.object({
  lesson: z.string(),
  runs: z.record(
    z.string(),
    z.object({
      spec: z.extend(raceSchema, { lanes: raceSchema.shape.lanes.check(z.length(1)) }),
      seeds: z.array(z.number()).check(z.minLength(1)),
      made: z.object({ date: z.string(), backend: z.string() }),
      measures: z.object(
        Object.fromEntries(measures.map((name) => [name, figure])) as Record<Measure, typeof figure>,
      ),
      total: z.number(),
      curve: z.array(z.object({ step: z.number(), heldOutLoss: number, score: number })),
    }),
  ),
});

/** Checks the figures of a lesson; throws where they are none. */
export function parseLessonFigures(json: unknown): LessonFigures {
  return schema.parse(json);
}
