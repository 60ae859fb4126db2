import { readItems, type Splits, splitItems } from "./splits";
import { defineTask, type ReadText } from "./task";

/**
 * Is a phrase pleasant or unpleasant? The labels are weak: no person read these phrases, the VADER lexicon
 * rated their words one by one, so some labels are wrong.
 */
export const sentiment = defineTask({
  id: "sentiment",
  family: "phrases",
  options: {},
  batch: 32,
  steps: 300,
  exact: true,
  samples: [
    { input: "He took first prize", answer: "positive" },
    { input: "vague feelings of sadness", answer: "negative" },
    { input: "quinine is bitter", answer: "negative" },
  ],
  async load(read) {
    // Fetched when it is asked: pages only name it.
    const { classificationTask, loadWordTokenizer } = await import("./phrases-format");
    const [tokenizer, splits] = await Promise.all([loadWordTokenizer(read), loadSentiment(read)]);
    return classificationTask(tokenizer, ["negative", "positive"], splits);
  },
});

export async function loadSentiment(read: ReadText): Promise<Splits> {
  return splitItems(readItems(await read("data/sentiment.tsv")), 1 / 10);
}
