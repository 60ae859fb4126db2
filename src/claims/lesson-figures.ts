import * as z from "zod/mini";
import type { AnyOptions } from "../lib/options";
import { type LessonFigures, type Measure, measures } from "./claim";

// JSON knows no NaN.
const number = z.pipe(
  z.nullable(z.number()),
  z.transform((value) => value ?? Number.NaN),
);
const figure = z.object({ mean: number, sd: number });
const option = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);
const schema = z.object({
  lesson: z.string(),
  runs: z.record(
    z.string(),
    z.object({
      spec: z.object({
        base: z.string(),
        pretrained: z.boolean(),
        task: z.string(),
        lanes: z
          .array(
            z.object({
              method: z.string(),
              options: z.pipe(
                z.record(z.string(), option),
                z.transform((options): AnyOptions => options),
              ),
              learningRate: z.number(),
            }),
          )
          .check(z.length(1)),
        batch: z.number(),
        steps: z.number(),
        seed: z.number(),
      }),
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
