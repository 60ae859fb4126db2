import { adjectives, adverbs, conjunctions, drawSentence, subjects, verbs } from "../reader/sentences";
import type { SentenceLanguage } from "./sentence-language";

const determiners = [...new Set(subjects.map((subject) => subject.split(" ")[0]!))];
const nouns = subjects.map((subject) => subject.split(" ")[1]!);

/** "the dog was very happy but this song seemed noisy today": the sentences that the reader learns too. */
export const english: SentenceLanguage = {
  id: "en",
  tag: "say",
  end: ".",
  joiner: " ",
  kinds: {
    determiner: determiners,
    noun: nouns,
    verb: verbs,
    adverb: adverbs,
    adjective: Object.values(adjectives).flat(),
    and: ["and"],
    conjunction: conjunctions.filter((word) => word !== "and"),
    ending: ["today", "yesterday", "again", "town", "home"],
    in: ["in"],
    at: ["at"],
  },
  follows: {
    start: ["determiner"],
    determiner: ["noun"],
    noun: ["verb"],
    verb: ["adverb", "adjective"],
    adverb: ["adjective"],
    adjective: ["and", "conjunction", "ending", "in", "at", "end"],
    and: ["adjective", "determiner"],
    conjunction: ["determiner"],
    ending: ["end"],
    in: ["ending"],
    at: ["ending"],
  },
  groups: {
    positive: adjectives.positive,
    negative: adjectives.negative,
    places: ["today", "yesterday", "again", "town", "home"],
    dog: ["dog"],
    food: ["soup", "bread"],
  },
  draw: (random) => drawSentence(random).words.slice(1, -1),
};
