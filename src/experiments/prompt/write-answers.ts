import type { Random } from "../../lib/random";
import { generate } from "../../model/generate";
import type { LoadedTask } from "../../tasks/task";
import type { Subject } from "../../training/evaluate";
import { mostRows, samplesOf } from "./answers-at-once";
import type { Decoding } from "./prompt-spec";

/** The answers to each prompt: one, or as many as are sampled. */
export async function writeAnswers(
  { ops, model, edits }: Subject,
  task: LoadedTask,
  prompts: readonly Int32Array[],
  decode: Decoding,
  random: Random,
): Promise<readonly (readonly string[])[]> {
  const samples = samplesOf(decode);
  const rows = prompts.flatMap((prompt) => Array.from({ length: samples }, () => prompt));
  const written: string[] = [];
  for (let from = 0; from < rows.length; from += mostRows) {
    const { temperature } = decode;
    const settings = { end: task.end, most: task.context, temperature, random: random.fork(from) };
    const generated = await generate(ops, model, edits, rows.slice(from, from + mostRows), settings);
    written.push(...generated.map(({ ids }) => task.tokenizer.decode(ids)));
  }
  return prompts.map((_, i) => written.slice(i * samples, (i + 1) * samples));
}
