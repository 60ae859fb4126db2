import { type SentenceLanguage, splitSentence, wordsOf } from "../tasks/sentences/sentence-language";

/** A stored sentence as one reads it: "The dog was happy." 「这只狗很开心。」 */
export function readable({ joiner, end }: SentenceLanguage, text: string): string {
  const words = splitSentence(text).join(joiner);
  if (words === "") return "∅";
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${end}`;
}

/** The words of a typed sentence that the language has, and what is left over. Chinese needs no spaces. */
export function readTyped(
  language: SentenceLanguage,
  typed: string,
): { readonly words: readonly string[]; readonly unknown: readonly string[] } {
  const known = new Set(wordsOf(language));
  const marks = /[.。!！?？]/g;
  if (language.joiner === " ") {
    const pieces = splitSentence(typed.toLowerCase().replaceAll(marks, " "));
    return {
      words: pieces.filter((word) => known.has(word)),
      unknown: pieces.filter((word) => !known.has(word)),
    };
  }
  const longest = [...known].sort((a, b) => b.length - a.length);
  const words: string[] = [];
  const unknown: string[] = [];
  let rest = typed.replaceAll(marks, "").replaceAll(",", "，").replaceAll(/\s/g, "");
  while (rest !== "") {
    const word = longest.find((one) => rest.startsWith(one));
    if (word !== undefined) words.push(word);
    else unknown.push(rest.charAt(0));
    rest = rest.slice(word?.length ?? 1);
  }
  return { words, unknown };
}
