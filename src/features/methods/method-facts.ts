import * as z from "zod/mini";
import { keptFetch } from "../../lib/kept-fetch";
import { publicFile } from "../../lib/public-file";

const facts = z.object({
  mergeable: z.boolean(),
  mergeDifference: z.nullable(z.number()),
  extraPositions: z.object({ input: z.number(), keys: z.number() }),
  noOpAtStart: z.boolean(),
  startDifference: z.number(),
  backpropToInput: z.boolean(),
  zeroGradientAtStart: z.array(z.string()),
  trained: z.number(),
  kept: z.number(),
  stored: z.number(),
});
const kinds = z.object({
  decoder: z.optional(facts),
  encoder: z.optional(facts),
  "encoder-decoder": z.optional(facts),
});
const schema = z.record(z.string(), kinds);

/**
 * What the code of a method was seen to do on a small base. Differences are the largest between two outputs:
 * of the merged base and the base with its adapter, and of the adapter before any step and the base alone.
 */
export type MethodFacts = Readonly<z.infer<typeof facts>>;

/** Facts by method and kind of base: public/runs/method-facts.json, written by `npm run probe`. */
export type FactsTable = Readonly<Record<string, Readonly<z.infer<typeof kinds>>>>;

/** Checks probed facts; throws where they are none. */
export function parseMethodFacts(json: unknown): FactsTable {
  return schema.parse(json);
}

export async function fetchMethodFacts(): Promise<FactsTable> {
  const response = await keptFetch(publicFile("runs/method-facts.json"));
  if (!response.ok) throw new Error(`method-facts.json: ${response.status}`);
  return parseMethodFacts(await response.json());
}
