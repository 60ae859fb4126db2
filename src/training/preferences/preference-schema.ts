import * as z from "zod/mini";
import { tasteIds } from "../../tasks/sentences/tastes";
import { type PreferenceSpec, preferenceLimits, rewardModelIds } from "./preference-spec";

const { clicks, pairs, noise } = preferenceLimits;
const sentence = z.string().check(z.maxLength(400));

/** Clicks as they are read from a file or from storage. */
export const clicksSchema = z
  .array(z.object({ better: sentence, worse: sentence }))
  .check(z.maxLength(clicks.max));

/** Preferences as they are read from a file or from storage. */
export const preferenceSchema = z.object({
  clicks: clicksSchema,
  reader: z.nullable(
    z.object({
      taste: z.enum(tasteIds),
      pairs: z.int().check(z.minimum(pairs.min), z.maximum(pairs.max)),
      noise: z.number().check(z.minimum(noise.min), z.maximum(noise.max)),
    }),
  ),
  guard: z.boolean(),
  shuffled: z.boolean(),
  rewardModel: z.exactOptional(z.enum(rewardModelIds)),
}) satisfies z.ZodMiniType<PreferenceSpec>;
