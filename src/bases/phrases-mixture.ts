import { createRandom, type Random } from "../lib/random";
import type { Tokenizer } from "../model/tokenizer";
import { loadDefinitions } from "../tasks/part-of-speech";
import { encodePhrase, firstWord, loadWordTokenizer, phrasesVocabulary } from "../tasks/phrases-format";
import { loadSentiment } from "../tasks/sentiment";
import { splitOf } from "../tasks/splits";
import type { Example, ReadText, Split } from "../tasks/task";
import type { LoadedCorpus } from "./base";

/** What the encoders of phrases are pretrained on: masked words. */
export async function phrasesMixture(read: ReadText): Promise<LoadedCorpus> {
  const [tokenizer, texts] = await Promise.all([loadWordTokenizer(read), loadPhrases(read)]);
  const random = createRandom("probe/phrases");
  const small = commonest(tokenizer, 40);
  const probe = (wanted: (word: number) => boolean): readonly Example[] =>
    random
      .shuffle(texts.heldOut)
      .flatMap((text) => maskOne(tokenizer, encodePhrase(tokenizer, text), wanted, random))
      .slice(0, 64);
  return {
    tokenizer,
    draw: (split, stream) => maskSome(tokenizer, encodePhrase(tokenizer, stream.pick(texts[split])), stream),
    probes: [
      // Small words (the, of, to) can be guessed from grammar, the others only from meaning.
      { id: "small-words", examples: probe((word) => small.has(word)) },
      { id: "other-words", examples: probe((word) => !small.has(word)) },
    ],
  };
}

/** Phrases to pretrain on: those in no task, and the training items of the tasks. Held-out items are left out. */
async function loadPhrases(read: ReadText): Promise<Readonly<Record<Split, readonly string[]>>> {
  const [text, sentiment, definitions] = await Promise.all([
    read("data/phrases.txt"),
    loadSentiment(read),
    loadDefinitions(read),
  ]);
  const phrases = text.split("\n").filter(Boolean);
  const on = (split: Split): string[] => phrases.filter((phrase) => splitOf(phrase, 1 / 40) === split);
  const asked = [...sentiment.train, ...definitions.train].map((item) => item.input);
  return { train: [...on("train"), ...asked], heldOut: on("heldOut") };
}

/** Chooses 15 % of the words, at least one: of these 80 % become [MASK], 10 % another word, 10 % stay (BERT's recipe). */
function maskSome(tokenizer: Tokenizer, tokens: Int32Array, random: Random): Example {
  const masked = tokens.slice();
  const weights = new Float32Array(tokens.length);
  const places = wordPlaces(tokens);
  if (places.length === 0) return { tokens: masked, targets: tokens, weights };
  const always = random.pick(places);
  for (const place of places) {
    if (place !== always && random.next() >= 0.15) continue;
    weights[place] = 1;
    const dice = random.next();
    if (dice < 0.8) masked[place] = tokenizer.id("[MASK]");
    else if (dice < 0.9) masked[place] = firstWord + random.integer(phrasesVocabulary - firstWord);
  }
  return { tokens: masked, targets: tokens, weights };
}

/** Masks one word of the wanted kind, if there is one. */
function maskOne(
  tokenizer: Tokenizer,
  tokens: Int32Array,
  wanted: (word: number) => boolean,
  random: Random,
): readonly Example[] {
  const places = wordPlaces(tokens).filter((place) => wanted(tokens[place]!));
  if (places.length === 0) return [];
  const place = random.pick(places);
  const masked = tokens.slice();
  masked[place] = tokenizer.id("[MASK]");
  const weights = new Float32Array(tokens.length);
  weights[place] = 1;
  return [{ tokens: masked, targets: tokens, weights }];
}

/** Positions that hold a known word. */
function wordPlaces(tokens: Int32Array): number[] {
  return [...tokens.keys()].filter((place) => tokens[place]! >= firstWord);
}

/** Ids of the commonest words, without punctuation. */
function commonest(tokenizer: Tokenizer, count: number): ReadonlySet<number> {
  const words = [...tokenizer.vocabulary.keys()].filter(
    (id) => id >= firstWord && /[a-z]/.test(tokenizer.vocabulary[id]!),
  );
  return new Set(words.slice(0, count));
}
