import type { Random } from "../../lib/random";
import { generate } from "../../model/generate";
import type { Subject } from "../evaluate";

/** Samples one answer to each prompt at temperature 1: token ids, with the end token where it was reached. */
export async function sampleAnswers(
  { ops, model, edits }: Subject,
  prompts: readonly Int32Array[],
  end: number,
  random: Random,
): Promise<readonly (readonly number[])[]> {
  const { context } = model.config;
  const settings = { end, most: context, temperature: 1, random };
  const generated = await generate(ops, model, edits, prompts, settings);
  return generated.map(({ ids }, i) => {
    const isCut = ids.length >= context - prompts[i]!.length;
    return isCut ? ids : [...ids, end];
  });
}
