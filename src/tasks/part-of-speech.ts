import { readItems, type Splits, splitItems } from "./splits";
import { defineTask, type ReadText } from "./task";

/** A dictionary's definition -> is the word that it defines a noun, a verb, an adjective or an adverb? */
export const partOfSpeech = defineTask({
  id: "part-of-speech",
  family: "phrases",
  options: {},
  batch: 32,
  steps: 300,
  exact: true,
  samples: [
    { input: "a cat having a striped coat", answer: "noun" },
    { input: "supply with coal", answer: "verb" },
    { input: "in a quaint old-fashioned manner", answer: "adverb" },
  ],
  async load(read) {
    // Fetched when it is asked: pages only name it.
    const { classificationTask, loadWordTokenizer } = await import("./phrases-format");
    const [tokenizer, splits] = await Promise.all([loadWordTokenizer(read), loadDefinitions(read)]);
    return classificationTask(tokenizer, ["noun", "verb", "adjective", "adverb"], splits);
  },
});

export async function loadDefinitions(read: ReadText): Promise<Splits> {
  return splitItems(readItems(await read("data/definitions.tsv")), 1 / 16);
}
