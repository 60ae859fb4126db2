import * as z from "zod/mini";
import { allBases } from "../../bases/index";
import { allTasks } from "../../tasks/index";
import { optionsSchema, weightsSchema, within } from "../../training/race-schema";
import {
  expectations,
  inputKinds,
  labelings,
  type PromptSpec,
  type PromptVariant,
  procedures,
  promptLimits,
  variantOptions,
} from "./prompt-spec";

const text = ({ max }: { readonly max: number }) => z.string().check(z.maxLength(max));
const { temperature } = variantOptions;

const base = z.enum(allBases.map(({ id }) => id));

const variantSchema = z.object({
  name: z.exactOptional(text(promptLimits.name)),
  model: z.exactOptional(z.object({ base, from: weightsSchema })),
  demonstrations: z.object({
    count: within(variantOptions.demonstrations),
    labels: z.enum(labelings),
    inputs: z.enum(inputKinds),
    wrong: within(variantOptions.wrong),
  }),
  trigger: z.nullable(text(promptLimits.trigger)),
  procedure: z.enum(procedures),
  length: within(variantOptions.length),
  expected: z.enum(expectations),
  decode: z.object({
    temperature: z.number().check(z.minimum(temperature.min), z.maximum(temperature.max)),
    topK: within(variantOptions.topK),
    samples: within(variantOptions.samples),
    vote: z.boolean(),
  }),
}) satisfies z.ZodMiniType<PromptVariant>;

/** A prompt experiment as it is read from a file or from storage. */
export const promptSchema = z.object({
  base,
  from: weightsSchema,
  task: z.object({ id: z.enum(allTasks.map(({ id }) => id)), options: z.exactOptional(optionsSchema) }),
  variants: z
    .array(variantSchema)
    .check(z.minLength(promptLimits.variants.min), z.maxLength(promptLimits.variants.max)),
  items: within(promptLimits.items),
  seed: within(promptLimits.seed),
}) satisfies z.ZodMiniType<PromptSpec>;
