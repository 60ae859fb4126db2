/** Turns text into token ids and back. Id 0 is always padding. */
export interface Tokenizer {
  /** What a token is. */
  readonly unit: "character" | "word";
  readonly vocabulary: readonly string[];
  /** Ids of the text; unknown pieces are returned in `unknown` and left out of `ids` (or mapped, where there is an unknown token). */
  encode(text: string): { readonly ids: number[]; readonly unknown: readonly string[] };
  decode(ids: ArrayLike<number>): string;
  /** Id of a vocabulary entry; throws if it is not there. */
  id(piece: string): number;
}

/** Tokenizer with one token a character (Unicode code point). */
export function characterTokenizer(characters: readonly string[]): Tokenizer {
  return tokenizer("character", characters, (text) => [...text], "");
}

/** Tokenizer with one token a lower-cased word or mark; unknown words become `unknown`, which must be in the vocabulary. */
export function wordTokenizer(words: readonly string[], unknown: string): Tokenizer {
  return tokenizer("word", words, splitWords, " ", unknown);
}

/** Tokenizer with one token a piece between spaces, taken as it is. */
export function wordsTokenizer(words: readonly string[]): Tokenizer {
  return tokenizer("word", words, (text) => text.split(/\s+/).filter(Boolean), " ");
}

/** Lower-cased words, numbers and punctuation marks of an English text; "[MASK]" and its like stay whole. */
export function splitWords(text: string): string[] {
  const pieces = text.match(/\[[A-Z]+\]|[a-z]+(?:'[a-z]+)?|[0-9]+|[^\sa-z0-9]/gi) ?? [];
  return pieces.map((piece) =>
    piece.startsWith("[") && piece.length > 1 ? piece.toUpperCase() : piece.toLowerCase(),
  );
}

function tokenizer(
  unit: Tokenizer["unit"],
  vocabulary: readonly string[],
  split: (text: string) => string[],
  joiner: string,
  unknownToken?: string,
): Tokenizer {
  const ids = new Map(vocabulary.map((piece, id) => [piece, id]));
  const id = (piece: string): number => {
    const found = ids.get(piece);
    if (found === undefined) throw new Error(`"${piece}" is not in the vocabulary`);
    return found;
  };
  return {
    unit,
    vocabulary,
    id,
    encode(text) {
      const unknown: string[] = [];
      const result: number[] = [];
      for (const piece of split(text)) {
        const found = ids.get(piece);
        if (found !== undefined) result.push(found);
        else {
          unknown.push(piece);
          if (unknownToken !== undefined) result.push(id(unknownToken));
        }
      }
      return { ids: result, unknown };
    },
    decode: (tokens) =>
      Array.from(tokens)
        .filter((token) => token !== 0)
        .map((token) => vocabulary[token] ?? "")
        .join(joiner),
  };
}
