import { InputError, type Item, type LoadedTask, type PromptParts } from "../task";
import { encodeDocument } from "./encode-document";
import { marks, readerContext, readerTokenizer } from "./vocabulary";

/** What a task of the reader has of its own. */
type AskedParts = Omit<
  LoadedTask,
  "tokenizer" | "context" | "end" | "classes" | "encode" | "prompt" | "score"
>;

/** A task that the reader is asked; `answerOf` writes what follows an input in pretraining. */
export function askedTask(
  answerOf: (item: Item) => readonly string[],
  parts: AskedParts,
): LoadedTask & { compose(parts: PromptParts): Int32Array } {
  const compose = ({ demonstrations, question, trigger }: PromptParts): Int32Array => {
    if (question.trim() === "") throw new InputError("empty", "");
    // Of a demonstration without an answer the input alone, of one without an input the answer alone.
    const shown = demonstrations.flatMap((item) => [
      item.input,
      ...(item.answer === "" ? [] : item.input === "" ? [item.answer] : answerOf(item)),
    ]);
    return readPrompt([...shown, question, trigger ?? ""].join(" "));
  };
  return {
    tokenizer: readerTokenizer,
    context: readerContext,
    end: readerTokenizer.id(marks.end),
    classes: [],
    encode: (item) => {
      const input = item.input.split(" ");
      const words = [...input, ...answerOf(item)];
      return encodeDocument({ words, counts: (place) => place >= input.length });
    },
    prompt: (question) => compose({ demonstrations: [], question, trigger: null }),
    compose,
    score: (answer, item) => (answer === item.answer ? 1 : 0),
    ...parts,
  };
}

/** The tokens of a prompt in writing. Throws InputError where there are none, unknown ones, or too many to go on. */
export function readPrompt(text: string): Int32Array {
  const { ids, unknown } = readerTokenizer.encode(text);
  if (unknown.length > 0) throw new InputError("unknown-characters", [...new Set(unknown)].join(" "));
  if (ids.length === 0) throw new InputError("empty", "");
  if (ids.length >= readerContext) throw new InputError("too-long", String(readerContext - 1));
  return Int32Array.from(ids);
}
