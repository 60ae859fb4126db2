import type { Random } from "../../lib/random";
import { generate } from "../../model/generate";
import type { Subject } from "../../model/subject";
import type { LoadedTask } from "../../tasks/task";
import { mostRows, samplesOf } from "./answers-at-once";
import type { Decoding } from "./prompt-spec";

/** The answers to each prompt: one, or as many as are sampled. Rejects with the signal's reason when it is aborted. */
export async function writeAnswers(
  subject: Subject,
  task: LoadedTask,
  prompts: readonly Int32Array[],
  decode: Decoding,
  random: Random,
  signal: AbortSignal,
): Promise<readonly (readonly string[])[]> {
  const written = await generate(subject, prompts, {
    end: task.end,
    most: task.context,
    temperature: decode.temperature,
    topK: decode.topK,
    samples: samplesOf(decode),
    random,
    rowsAtOnce: mostRows,
    signal,
  });
  return written.map((samples) => samples.map(({ ids }) => task.tokenizer.decode(ids)));
}
