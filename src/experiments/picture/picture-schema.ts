import * as z from "zod/mini";
import { pictureMethods } from "../../methods/picture-methods";
import { bodies, colours, creatures, eyes, namedCreatures, tops } from "../../tasks/creatures/creature";
import { styles } from "../../tasks/creatures/paint";
import { places } from "../../tasks/creatures/places";
import { scenes } from "../../tasks/creatures/scenes";
import { optionsSchema, within } from "../../training/race-schema";
import { limits } from "../../training/race-spec";
import { type PictureSpec, pictureLimits } from "./picture-spec";

const position = (list: readonly unknown[]) => within({ min: 0, max: list.length - 1 });

const promptSchema = z.object({
  body: z.exactOptional(z.enum(bodies)),
  top: z.exactOptional(z.enum(tops)),
  colour: z.exactOptional(z.enum(colours)),
  eyes: z.exactOptional(z.enum(eyes)),
  name: z.exactOptional(position(namedCreatures)),
  isNew: z.exactOptional(z.boolean()),
  scene: z.exactOptional(z.enum(scenes)),
});

const outlineSchema = z.union([
  z.object({ body: z.enum(bodies), top: z.enum(tops), place: position(places) }),
  z.object({ pixels: z.string().check(z.regex(/^[#.]{144}$/)) }),
]);

const dataSchema = z.union([
  z.object({
    kind: z.literal("photos"),
    creature: position(creatures),
    count: within(pictureLimits.photos),
    scenes: z.array(z.enum(scenes)).check(z.minLength(1), z.maxLength(scenes.length)),
  }),
  z.object({ kind: z.literal("outlines") }),
  z.object({
    kind: z.literal("style"),
    styles: z.array(z.enum(styles)).check(z.minLength(1), z.maxLength(styles.length)),
    count: within(pictureLimits.photos),
    withWord: z.boolean(),
  }),
]);

const laneSchema = z.object({
  method: z.enum(pictureMethods.map(({ id }) => id)),
  options: optionsSchema,
  learningRate: z.number().check(z.positive(), z.maximum(limits.learningRate.max)),
});

const { lanes, asks } = pictureLimits;

/** A picture experiment as it is read from a link, a file or storage; options of methods are checked elsewhere. */
export const pictureSchema = z.object({
  base: z.literal("creatures"),
  from: z.enum(["pretrained", "untrained"]),
  data: dataSchema,
  lanes: z.array(laneSchema).check(z.minLength(lanes.min), z.maxLength(lanes.max)),
  asks: z
    .array(z.object({ prompt: promptSchema, outline: z.exactOptional(outlineSchema) }))
    .check(z.minLength(asks.min), z.maxLength(asks.max)),
  batch: within(pictureLimits.batch),
  steps: within(pictureLimits.steps),
  seed: within(pictureLimits.seed),
}) satisfies z.ZodMiniType<PictureSpec>;
