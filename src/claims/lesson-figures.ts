import * as z from "zod/mini";
import { pictureSchema } from "../experiments/picture/picture-schema";
import { promptSchema } from "../experiments/prompt/prompt-schema";
import { styles } from "../tasks/creatures/paint";
import { raceFields, taskRefSchema, upgradeRace, weightsSchema } from "../training/race-schema";
import { type LessonFigures, seedKinds } from "./figures";
import { measuresOf } from "./run";

// JSON has no NaN.
const number = z.pipe(
  z.nullable(z.number()),
  z.transform((value) => value ?? Number.NaN),
);
const figure = z.object({ mean: number, sd: number });
const figures = <M extends string>(names: readonly M[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, figure])) as Record<M, typeof figure>);

/** Figures that only some runs have. */
const someFigures = <M extends string>(names: readonly M[]) => {
  const some = z.exactOptional(figure);
  return Object.fromEntries(names.map((name) => [name, some])) as Record<M, typeof some>;
};
const shared = {
  seeds: z.array(z.number()).check(z.minLength(1)),
  seedOf: z.exactOptional(z.enum(seedKinds)),
  made: z.object({ date: z.string(), backend: z.string() }),
  total: z.number(),
};
const race = z.object({
  kind: z.exactOptional(z.literal("race")),
  spec: z.pipe(
    z.transform(upgradeRace),
    z.object({ ...raceFields, lanes: raceFields.lanes.check(z.length(1)) }),
  ),
  ...shared,
  measures: z.extend(figures(measuresOf.race), someFigures(measuresOf.groups)),
  curve: z.array(z.object({ step: z.number(), heldOutLoss: number, score: number })),
});
const prompt = z.object({
  kind: z.literal("prompt"),
  spec: promptSchema.check(z.refine(({ variants }) => variants.length === 1)),
  ...shared,
  measures: figures(measuresOf.prompt),
  questions: z.number(),
  accuracies: z.array(z.number()),
  prompt: z.string(),
});
const search = z.object({
  kind: z.literal("search"),
  spec: z.object({
    base: raceFields.base,
    from: weightsSchema,
    tasks: z.array(taskRefSchema).check(z.minLength(1)),
    pairs: z.number(),
    length: z.exactOptional(z.number()),
    plan: z.object({ proposals: z.number(), keep: z.number(), perRound: z.number() }),
    rounds: z.number(),
    seed: z.number(),
  }),
  ...shared,
  measures: figures(measuresOf.search),
});
const policy = z.object({
  kind: z.literal("policy"),
  spec: race.shape.spec,
  ...shared,
  measures: figures(measuresOf.policy),
  curve: z.array(z.object({ step: z.number(), reward: number, gold: number, kl: number })),
});
const picture = z.object({
  kind: z.literal("picture"),
  spec: z.object({
    experiments: z.array(pictureSchema).check(z.minLength(1)),
    isTrained: z.boolean(),
    strength: z.number(),
    mixedWith: z.nullable(z.array(z.enum(styles))),
  }),
  ...shared,
  measures: figures(measuresOf.picture),
  curve: z.array(
    z.object({ step: z.number(), match: number, attributes: number, iou: number, both: number }),
  ),
});

const schema = z.object({
  lesson: z.string(),
  runs: z.record(z.string(), z.union([race, prompt, search, policy, picture])),
});

/** Checks the figures of a lesson; throws if they are not valid. */
export function parseLessonFigures(json: unknown): LessonFigures {
  return schema.parse(json);
}
