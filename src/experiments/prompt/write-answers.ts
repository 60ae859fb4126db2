import type { Random } from "../../lib/random";
import { generate } from "../../model/generate";
import type { Subject } from "../../model/subject";
import { InputError, type LoadedTask } from "../../tasks/task";
import { mostRows, samplesOf } from "./answers-at-once";
import type { WrittenText } from "./prompt-progress";
import type { PromptVariant } from "./prompt-spec";
import type { Question } from "./questions";

/** One answer to a question, with the texts it was read off. */
export interface WrittenAnswer {
  readonly answer: string;
  /** One, or several where the variant's procedure needs them. */
  readonly texts: readonly WrittenText[];
  /** Tokens that were written, in all texts. */
  readonly tokens: number;
}

/** An answer on its way. */
interface Attempt {
  readonly question: Question;
  readonly texts: WrittenText[];
  tokens: number;
}

/** The answers to each question: one, or as many as are sampled. Rejects with the signal's reason when it is aborted. */
export async function writeAnswers(
  subject: Subject,
  task: LoadedTask,
  questions: readonly Question[],
  variant: PromptVariant,
  random: Random,
  signal: AbortSignal,
): Promise<readonly (readonly WrittenAnswer[])[]> {
  const { decode } = variant;
  const procedure = variant.procedure === "prompt" ? undefined : task.procedures?.[variant.procedure];
  const go = async (prompts: readonly Int32Array[], samples: number, stream: Random) => {
    const { temperature, topK } = decode;
    const most = task.most ?? task.context;
    const settings = { end: task.end, most, temperature, topK, samples, rowsAtOnce: mostRows, signal };
    return generate(subject, prompts, { ...settings, random: stream });
  };
  const note = ({ texts }: Attempt, prompt: Int32Array, ids: readonly number[]): void => {
    const { tokenizer } = task;
    texts.push({ prompt: tokenizer.decode(prompt), written: tokenizer.decode(ids) });
  };

  const first = await go(
    questions.map(({ prompt }) => prompt),
    samplesOf(decode),
    random,
  );
  const attempts = first.map((samples, i) =>
    samples.map(({ ids }) => {
      const attempt: Attempt = { question: questions[i]!, texts: [], tokens: ids.length };
      note(attempt, attempt.question.prompt, ids);
      return attempt;
    }),
  );
  let open = procedure ? attempts.flat() : [];
  for (let stage = 1; open.length > 0 && procedure; stage++) {
    const further = open.flatMap((attempt) => {
      const { item } = attempt.question;
      const text = procedure.next(
        item,
        attempt.texts.map(({ written }) => written),
      );
      const prompt = text === null ? null : orNull(() => task.prompt(text));
      return prompt ? [{ attempt, prompt }] : [];
    });
    const prompts = further.map(({ prompt }) => prompt);
    const written = await go(prompts, 1, random.fork(`text ${stage}`));
    for (const [i, { attempt, prompt }] of further.entries()) {
      const { ids } = written[i]![0]!;
      attempt.tokens += ids.length;
      note(attempt, prompt, ids);
    }
    open = further.map(({ attempt }) => attempt);
  }
  const read = (texts: readonly WrittenText[]): string => {
    if (procedure) return procedure.read(texts.map(({ written }) => written));
    const { written } = texts[0]!;
    return task.read?.(written) ?? written;
  };
  return attempts.map((samples) =>
    samples.map(({ texts, tokens }) => ({ answer: read(texts), texts, tokens })),
  );
}

/** null for a text that is too long to go on: then there is no answer. */
function orNull(make: () => Int32Array): Int32Array | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
