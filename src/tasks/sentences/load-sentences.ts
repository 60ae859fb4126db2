import { createRandom } from "../../lib/random";
import type { Example, Item, LoadedTask, Split } from "../task";
import { InputError } from "../task";
import { type SentenceLanguageId, sentenceContext, sentenceLanguages, sentenceTokenizer } from "./languages";
import { brokenPairs, type SentenceLanguage, splitSentence } from "./sentence-language";

const counts: Readonly<Record<Split, number>> = { train: 4000, heldOut: 400 };

/** Sentences of a language as a task. Every one is drawn afresh; the lists are for evaluations. */
export function loadSentences(id: SentenceLanguageId): LoadedTask {
  const language: SentenceLanguage = sentenceLanguages[id];
  const draw = (random: ReturnType<typeof createRandom>): Item => ({
    input: language.tag,
    answer: language.draw(random).join(" "),
  });
  const items = Object.fromEntries(
    (["train", "heldOut"] as const).map((split) => {
      const random = createRandom(`sentences/${id}/${split}`);
      return [split, Array.from({ length: counts[split] }, () => draw(random))] as const;
    }),
  );
  return {
    tokenizer: sentenceTokenizer,
    context: sentenceContext,
    end: sentenceTokenizer.id(language.end),
    classes: [],
    sentences: language,
    items: (split) => items[split]!,
    draw: (_, random) => draw(random),
    encode: ({ answer }) => encodeSentence(language, splitSentence(answer)),
    prompt: (input) => {
      const { ids, unknown } = sentenceTokenizer.encode(input);
      if (unknown.length > 0) throw new InputError("unknown-characters", unknown.join(" "));
      if (ids.length === 0) throw new InputError("empty", "");
      if (ids.length >= sentenceContext) throw new InputError("too-long", String(sentenceContext - 1));
      return Int32Array.from(ids);
    },
    // There is no right answer: one is as good as another that the language allows.
    score: (answer) => (brokenPairs(language, splitSentence(answer)) === 0 ? 1 : 0),
  };
}

/** A sentence as the model is trained on it: the tag, its words, its end. */
export function encodeSentence({ tag, end }: SentenceLanguage, words: readonly string[]): Example {
  const ids = [tag, ...words, end].map((word) => sentenceTokenizer.id(word));
  const tokens = new Int32Array(sentenceContext);
  const targets = new Int32Array(sentenceContext);
  const weights = new Float32Array(sentenceContext);
  tokens.set(ids.slice(0, -1));
  targets.set(ids.slice(1));
  weights.fill(1, 0, ids.length - 1);
  return { tokens, targets, weights };
}
