import { readFileSync } from "node:fs";
import { splitWords } from "../model/tokenizer";

const entries = readFileSync(new URL("./offensive-words.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const beginnings = entries.filter((entry) => entry.endsWith("*")).map((entry) => entry.slice(0, -1));
const words = new Set(entries.filter((entry) => !entry.endsWith("*")));

/** Whether an English text has a word of sex, violence or contempt in it. */
export function isOffensive(text: string): boolean {
  return splitWords(text).some(
    (word) => words.has(word) || beginnings.some((beginning) => word.startsWith(beginning)),
  );
}
