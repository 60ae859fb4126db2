import type { Tokenizer } from "../../model/tokenizer";
import type { Splits } from "../splits";
import { type Example, InputError, type Item, type LoadedTask } from "../task";
import type { PairCheck, PairProblem } from "./pair-check";

/** How a decoder reads a pair: "before question between answer end", without spaces. */
export interface Frame {
  readonly tokenizer: Tokenizer;
  /** Most positions of a sequence. */
  readonly context: number;
  readonly before: string;
  readonly between: string;
  readonly end: string;
}

/** Checks pairs that a decoder is to be trained on. */
export function framedCheck(frame: Frame): PairCheck {
  // The last token is only ever a target, so a sequence may be one longer than the context.
  const most = frame.context - 2;
  return {
    unit: "character",
    most,
    lengthOf: ({ input, answer }) => [...input, ...answer].length,
    problemOf({ input, answer }): PairProblem | null {
      if (input === "" || answer === "") return { kind: "empty" };
      const unknown = unknownIn(frame, input + answer);
      if (unknown.length > 0) return { kind: "unknown", pieces: unknown };
      return [...input, ...answer].length > most ? { kind: "too-long" } : null;
    },
    withoutUnknown: ({ input, answer }) => ({ input: known(frame, input), answer: known(frame, answer) }),
  };
}

/** The marks of the frame would end a question or an answer early. */
function unknownIn({ tokenizer, before, between, end }: Frame, text: string): readonly string[] {
  const marks = [...text].filter((character) => `${before}${between}${end}`.includes(character));
  return [...new Set([...marks, ...tokenizer.encode(text).unknown])];
}

function known(frame: Frame, text: string): string {
  const unknown = new Set(unknownIn(frame, text));
  return [...text].filter((character) => !unknown.has(character)).join("");
}

/** A task of pairs that a decoder answers in tokens: right only if the whole answer is right. */
export function framedTask(frame: Frame, splits: Splits): LoadedTask {
  const { tokenizer, context, end } = frame;
  return {
    tokenizer,
    context,
    end: tokenizer.id(end),
    classes: [],
    items: (split) => splits[split],
    draw: (split, random) => random.pick(splits[split]),
    encode: (item) => encode(frame, item),
    prompt: (input) => prompt(frame, input.trim()),
    score: (answer, item) => (answer === item.answer ? 1 : 0),
  };
}

/** Only the answer and its end count in the loss. */
function encode({ tokenizer, context, before, between, end }: Frame, { input, answer }: Item): Example {
  const { ids, unknown } = tokenizer.encode(`${before}${input}${between}${answer}${end}`);
  const length = ids.length - 1;
  if (unknown.length > 0 || length > context) throw new Error(`"${input}" does not fit the base`);
  const tokens = new Int32Array(context);
  const targets = new Int32Array(context);
  const weights = new Float32Array(context);
  tokens.set(ids.slice(0, length));
  targets.set(ids.slice(1));
  weights.fill(1, [...before, ...input].length, length);
  return { tokens, targets, weights };
}

function prompt(frame: Frame, input: string): Int32Array {
  if (input === "") throw new InputError("empty", "");
  const unknown = unknownIn(frame, input);
  if (unknown.length > 0) throw new InputError("unknown-characters", unknown.join(" "));
  const { ids } = frame.tokenizer.encode(`${frame.before}${input}${frame.between}`);
  if (ids.length >= frame.context) throw new InputError("too-long", String(frame.context - 3));
  return Int32Array.from(ids);
}
