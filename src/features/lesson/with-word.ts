/** An order, a change of the letters, a format. */
const mostWords = 3;

/** The instruction with a word that was pressed: added at the end, or, after three words, the first of a new instruction. */
export function withWord(instruction: string, word: string): string {
  const words = instruction.split(/\s+/).filter((one) => one !== "");
  return words.length < mostWords ? [...words, word].join(" ") : word;
}
