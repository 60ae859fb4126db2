import type { Random } from "../../lib/random";
import type { Document } from "./document";

export const subjects = [
  "the soup",
  "the film",
  "my friend",
  "the hotel",
  "this song",
  "the dog",
  "our teacher",
  "the rain",
  "the game",
  "the bread",
] as const;
export const verbs = ["was", "seemed", "felt", "looked"] as const;
export const adverbs = ["very", "rather", "quite", "so"] as const;
export const adjectives = {
  positive: ["good", "great", "lovely", "warm", "bright", "kind", "sweet", "happy"],
  negative: ["bad", "awful", "cold", "dull", "rude", "bitter", "sad", "noisy"],
  neutral: ["old", "new", "long", "red", "local", "quiet", "round", "plain"],
} as const;
export const conjunctions = ["and", "but", "because", "while"] as const;
export const places = ["today", "yesterday", "in town", "at home", "again"] as const;

/** A sentence stops growing here. */
const mostWords = 12;

/** Every word that a sentence can have, in alphabetical order. */
export const sentenceWords: readonly string[] = [
  ...new Set(
    [
      ...subjects,
      ...verbs,
      ...adverbs,
      ...Object.values(adjectives).flat(),
      ...conjunctions,
      ...places,
    ].flatMap((text) => text.split(" ")),
  ),
].sort();

/** A sentence of a small template English; every word counts. */
export function drawSentence(random: Random): Document {
  const words = clause(random);
  while (words.length < mostWords && random.next() < 0.35)
    words.push(random.pick(conjunctions), ...clause(random));
  if (random.next() < 0.4) words.push(...random.pick(places).split(" "));
  return { words: ["say", ...words, "."], counts: (place) => place > 0 };
}

function clause(random: Random): string[] {
  const words = [...random.pick(subjects).split(" "), random.pick(verbs)];
  if (random.next() < 0.4) words.push(random.pick(adverbs));
  words.push(adjective(random));
  if (random.next() < 0.3) words.push("and", adjective(random));
  return words;
}

function adjective(random: Random): string {
  return random.pick(random.pick(Object.values(adjectives)));
}
