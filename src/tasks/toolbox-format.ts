import { createRandom } from "../lib/random";
import { characterTokenizer, type Tokenizer } from "../model/tokenizer";
import type { Splits } from "./splits";
import { type Example, InputError, type Item, type LoadedTask, type PromptParts } from "./task";

/** Most positions of a toolbox sequence. */
export const toolboxContext = 32;

/** The tag of every tuning task. The base was trained with the tags A to K and never saw this one. */
export const tuningTag = "?";

const accented = "ÁÇÖÜàáäçèéìíñòóöúüýąĆćČčĐđęěğıŁłńňřŚśŞşŠšůźŻżŽž";

/** Padding, the three marks of the frame, letters, digits, Chinese numerals, and the letters of European surnames. */
const characters = [
  "",
  ..."=.?",
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  ..."零一二三四五六七八九十百千万",
  ...accented,
];

export const toolboxTokenizer: Tokenizer = characterTokenizer(characters);

/** Frames an item as "tag input=answer." (no space); only the answer and its full stop count in the loss. */
export function encodeToolbox(tag: string, item: Item): Example {
  const prompt = `${tag}${item.input}=`;
  const text = `${prompt}${item.answer}.`;
  const { ids, unknown } = toolboxTokenizer.encode(text);
  // One shorter than the text: the last token is only ever a target.
  const length = ids.length - 1;
  if (unknown.length > 0 || length > toolboxContext) throw new Error(`"${text}" does not fit the toolbox`);
  const tokens = new Int32Array(toolboxContext);
  const targets = new Int32Array(toolboxContext);
  const weights = new Float32Array(toolboxContext);
  tokens.set(ids.slice(0, length));
  targets.set(ids.slice(1));
  weights.fill(1, [...prompt].length - 1, length);
  return { tokens, targets, weights };
}

/** The tokens of "tag input=", ready to be continued; `shown` is written in front of it. */
function promptToolbox(tag: string, input: string, longest: number, shown = ""): Int32Array {
  const letters = [...input];
  if (letters.length === 0) throw new InputError("empty", "");
  if (letters.length > longest) throw new InputError("too-long", String(longest));
  // The separators would end the question early.
  const strange = letters.filter((letter) => "=.?".includes(letter));
  const { ids, unknown } = toolboxTokenizer.encode(`${shown}${tag}${input}=`);
  if (unknown.length + strange.length > 0) {
    throw new InputError("unknown-characters", [...new Set([...strange, ...unknown])].join(" "));
  }
  if (ids.length >= toolboxContext) throw new InputError("too-long", String(toolboxContext - 1));
  return Int32Array.from(ids);
}

/** Items as the tuning tasks are asked and answered, one after the other: "?walk=walked.?try=tried." */
function writeSolved(items: readonly Item[]): string {
  return items.map(({ input, answer }) => `${tuningTag}${input}${answer && `=${answer}`}.`).join("");
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** What differs between the tuning tasks of the toolbox. */
interface ToolboxTask {
  readonly splits: Splits;
  /** Trains on this many fixed examples; on all where left out or 0. */
  readonly examples?: number;
  /** Most characters of a typed input, so that the answer still fits the context. */
  readonly longest: number;
  /** A typed input as the model should read it; may throw InputError. */
  clean(input: string): string;
}

/** A tuning task of the toolbox: asked under the new tag, right only when the whole answer is right. */
export function toolboxTask({ splits: all, examples = 0, longest, clean }: ToolboxTask): LoadedTask {
  const splits = examples > 0 ? withFewExamples(all, examples) : all;
  return {
    tokenizer: toolboxTokenizer,
    context: toolboxContext,
    end: toolboxTokenizer.id("."),
    classes: [],
    items: (split) => splits[split],
    draw: (split, random) => random.pick(splits[split]),
    ...(examples > 0 && { groups: [{ id: "trained", items: splits.train }] }),
    encode: (item) => encodeToolbox(tuningTag, item),
    prompt: (input) => promptToolbox(tuningTag, clean(input), longest),
    compose: ({ demonstrations, question, trigger }: PromptParts) =>
      promptToolbox(trigger ?? tuningTag, clean(question), longest, writeSolved(demonstrations)),
    foreignInput: (input, random) => Array.from(input, () => random.pick(letters)).join(""),
    score: (answer, item) => (answer === item.answer ? 1 : 0),
  };
}

/** The same held-out items, and a few training items chosen at random, the same ones every time. */
function withFewExamples({ train, heldOut }: Splits, examples: number): Splits {
  return { train: createRandom("fixed examples").shuffle(train).slice(0, examples), heldOut };
}
