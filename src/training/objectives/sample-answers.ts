import type { Random } from "../../lib/random";
import { generate } from "../../model/generate";
import type { Subject } from "../../model/subject";

/** Samples one answer to each prompt at temperature 1: token ids, with the end token where it was reached. */
export async function sampleAnswers(
  subject: Subject,
  prompts: readonly Int32Array[],
  end: number,
  random: Random,
): Promise<readonly (readonly number[])[]> {
  const most = subject.model.config.context;
  const generated = await generate(subject, prompts, { end, most, temperature: 1, random });
  return generated.map(([answer]) => (answer!.stopped === "end" ? [...answer!.ids, end] : answer!.ids));
}
