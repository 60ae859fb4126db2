import type { Random } from "../lib/random";
import { characterTokenizer, type Tokenizer } from "../model/tokenizer";
import type { Splits } from "./splits";
import {
  type Example,
  InputError,
  type Item,
  type LoadedTask,
  type PromptParts,
  type ReadText,
} from "./task";

/** Most positions of a Tang sequence: a whole quatrain of seven-character lines. */
export const tangContext = 32;

/** Padding, the opening mark, comma, full stop, colon, and 2,000 characters. */
export const tangVocabulary = 2005;

/** The mark at the start of every sequence. */
export const opening = "¶";

/** A tokenizer of the 2,000 commonest characters of Tang poetry. */
export async function loadTangTokenizer(read: ReadText): Promise<Tokenizer> {
  const characters = [...(await read("data/tang-characters.txt")).trim()];
  const vocabulary = ["", opening, "，", "。", "：", ...characters];
  if (vocabulary.length !== tangVocabulary)
    throw new Error(`${vocabulary.length} Tang tokens, not ${tangVocabulary}`);
  return characterTokenizer(vocabulary);
}

/** A sequence in which the targets from character `from` on count in the loss. */
export function encodeTang(tokenizer: Tokenizer, text: string, from: number): Example {
  const { ids, unknown } = tokenizer.encode(text);
  // One shorter than the text: the last token is only ever a target.
  const length = ids.length - 1;
  if (unknown.length > 0 || length > tangContext) throw new Error(`"${text}" does not fit the Tang base`);
  const tokens = new Int32Array(tangContext);
  const targets = new Int32Array(tangContext);
  const weights = new Float32Array(tangContext);
  tokens.set(ids.slice(0, length));
  targets.set(ids.slice(1));
  weights.fill(1, from - 1, length);
  return { tokens, targets, weights };
}

/** Frames an item as "¶ line separator answer 。" (no spaces); only the answer and its full stop count. */
function encodeLine(tokenizer: Tokenizer, separator: string, item: Item): Example {
  const prompt = `${opening}${item.input}${separator}`;
  return encodeTang(tokenizer, `${prompt}${item.answer}。`, prompt.length);
}

/**
 * The tokens of "¶ line separator" for a typed line of at most seven characters; `shown` is written between the opening mark
 * and the line.
 */
function promptLine(tokenizer: Tokenizer, separator: string, input: string, shown = ""): Int32Array {
  const line = input.trim().replace(/[，。,.]$/, "");
  if (line === "") throw new InputError("empty", "");
  if ([...line].length > 7) throw new InputError("too-long", "7");
  const strange = [...line].filter((character) => `${opening}，。：`.includes(character));
  const { ids, unknown } = tokenizer.encode(`${opening}${shown}${line}${separator}`);
  if (strange.length + unknown.length > 0) {
    throw new InputError("unknown-characters", [...new Set([...strange, ...unknown])].join(" "));
  }
  if (ids.length >= tangContext) throw new InputError("too-long", String(tangContext - 1));
  return Int32Array.from(ids);
}

/** The tokens of "¶ line separator answer 。… line separator" (no spaces): solved items in front of a line. */
function composeLines(
  tokenizer: Tokenizer,
  separator: string,
  { demonstrations, question, trigger }: PromptParts,
): Int32Array {
  const shown = demonstrations.map(({ input, answer }) => `${input}${answer && `${separator}${answer}`}。`);
  return promptLine(tokenizer, trigger ?? separator, question, shown.join(""));
}

/** A line of as many characters, each drawn at random from the vocabulary: no poem. */
function foreignLine(tokenizer: Tokenizer, input: string, random: Random): string {
  const characters = tokenizer.vocabulary.slice(tokenizer.id("：") + 1);
  return Array.from(input, () => random.pick(characters)).join("");
}

/** What differs between the tuning tasks of the Tang base. */
interface TangTask {
  readonly tokenizer: Tokenizer;
  /** The character between the line and the answer. */
  readonly separator: string;
  readonly splits: Splits;
  score(answer: string, item: Item): number;
}

/** A tuning task of the Tang base: a line is asked, and answered up to the full stop. */
export function tangTask({ tokenizer, separator, splits, score }: TangTask): LoadedTask {
  return {
    tokenizer,
    context: tangContext,
    end: tokenizer.id("。"),
    classes: [],
    items: (split) => splits[split],
    draw: (split, random) => random.pick(splits[split]),
    encode: (item) => encodeLine(tokenizer, separator, item),
    prompt: (input) => promptLine(tokenizer, separator, input),
    compose: (parts) => composeLines(tokenizer, separator, parts),
    foreignInput: (input, random) => foreignLine(tokenizer, input, random),
    score,
  };
}
