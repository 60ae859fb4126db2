import * as z from "zod/mini";
import type { BaseCard } from "../bases/base";
import { initialScales } from "../model/config";
import type { StoredConfig } from "../model/stored-config";
import { CheckpointError } from "./checkpoint-error";
import type { BaseWeights } from "./race-spec";

const id = z.string().check(z.minLength(1));
const count = z.int().check(z.nonnegative());
/** Held-out losses, nats a token. */
const loss = z.number();
const share = z.number().check(z.minimum(0), z.maximum(1));

/** What a card must say. The shape of the model is not read from here but from the tensors in the file. */
const schema = z.object({
  id,
  step: z.exactOptional(count),
  config: z.custom<StoredConfig>((config) => typeof config === "object" && config !== null),
  parameters: count,
  recipe: z.object({
    steps: count,
    batch: count,
    learningRate: z.number(),
    seed: count,
    init: z.exactOptional(z.enum(initialScales)),
  }),
  data: z.array(z.object({ name: z.string(), licence: z.string() })),
  planted: z.exactOptional(z.record(z.string(), z.unknown())),
  cpuSeconds: z.exactOptional(count),
  curve: z.array(z.object({ step: count, loss })).check(z.minLength(1)),
  heldOutLoss: loss,
  probes: z.array(z.object({ id, loss, exact: share })),
  bytes: count,
  dtype: z.enum(["F32", "F16"]),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/**
 * Reads the card of a base or of one of its snapshots, a file like any other. Throws CheckpointError "format" if it is
 * not a card, or the card of another checkpoint.
 */
export function parseCard(base: string, from: Exclude<BaseWeights, "untrained">, text: string): BaseCard {
  const refuse = (detail: string): never => {
    throw new CheckpointError(base, "format", `its card cannot be read: ${detail}`);
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(String(error));
  }
  const card = schema.safeParse(json);
  if (!card.success) return refuse(z.prettifyError(card.error));
  const { id, step } = card.data;
  const isOurs = id === base && step === (from === "pretrained" ? undefined : from.step);
  return isOurs
    ? card.data
    : refuse(`it is the card of "${id}"${step === undefined ? "" : ` at step ${step}`}`);
}
