import { createRandom } from "../lib/random";
import { splitWords } from "../model/tokenizer";
import type { Sources } from "./data-sources";
import { isOffensive } from "./offensive";

type Row = readonly [string, string];

/** What is kept of WordNet for the phrases base and its tasks. */
export interface PhrasesData {
  /** The commonest words and marks, commonest first. */
  readonly words: readonly string[];
  /** Example phrases and definitions that are in no task. */
  readonly phrases: readonly string[];
  /** Phrase, "positive" or "negative": weak labels, made by a lexicon. */
  readonly sentiment: readonly Row[];
  /** Definition, part of speech of what it defines. */
  readonly definitions: readonly Row[];
}

/** An encoder of 20 positions, the first of which is its own. */
const mostWords = 19;
const vocabularyWords = 3996;
const partsOfSpeech = { noun: "noun", verb: "verb", adj: "adjective", adv: "adverb" } as const;

/** Reads the definitions and example phrases of WordNet and keeps those in common words. */
export async function derivePhrases(sources: Sources): Promise<PhrasesData> {
  const { definitions, examples } = await readGlosses(sources);
  const words = countWords([...definitions.map(([text]) => text), ...examples]).slice(0, vocabularyWords);
  const known = new Set(words);
  const unknownWords = (text: string): number => splitWords(text).filter((word) => !known.has(word)).length;
  const random = createRandom("phrases");

  // What the model will read: texts that differ in unknown words only are one text to it, and are kept once.
  const reading = (text: string): string =>
    splitWords(text)
      .map((word) => (known.has(word) ? word : "[UNK]"))
      .join(" ");
  const newTo = (others: readonly Row[]): ((row: Row) => boolean) => {
    const taken = new Set(others.map(([text]) => reading(text)));
    return ([text]) => taken.size < taken.add(reading(text)).size;
  };

  const label = labelSentiment(await readValences(sources), known);
  const labelled = random
    .shuffle(examples.filter((text) => unknownWords(text) <= 2))
    .flatMap((text): Row[] => {
      const found = label(text);
      return found === undefined ? [] : [[text, found]];
    });
  const sentiment = balance(labelled.filter(newTo([])), 3200);
  const common = random.shuffle(definitions.filter(([text]) => unknownWords(text) <= 1));
  const asked = balance(common.filter(newTo(sentiment)), 2000);
  const rest = random
    .shuffle([...examples.map((text): Row => [text, ""]), ...common])
    .filter(([text]) => unknownWords(text) === 0);
  const phrases = rest.filter(newTo([...sentiment, ...asked])).slice(0, 20_000);
  return { words, phrases: phrases.map(([text]) => text).sort(), sentiment, definitions: asked };
}

/** Definitions with their part of speech, and example phrases: each once, of 3 to 19 words, none offensive. */
async function readGlosses(sources: Sources): Promise<{ definitions: Row[]; examples: string[] }> {
  const definitions = new Map<string, string>();
  const ambiguous = new Set<string>();
  // By their words, so that no phrase comes twice with other capitals or spaces.
  const examples = new Map<string, string>();
  for (const [file, part] of Object.entries(partsOfSpeech)) {
    const data = await sources.readText("wordnet", `usr/share/wordnet/data.${file}`);
    for (const line of data.split("\n").filter((row) => /^\d/.test(row))) {
      const gloss = line.slice(line.indexOf("| ") + 2).trim();
      const definition = gloss.split(/; "|: "/)[0]!.replace(/[;:]$/, "");
      if (definitions.has(definition) && definitions.get(definition) !== part) ambiguous.add(definition);
      if (isUsable(definition)) definitions.set(definition, part);
      for (const [, quoted] of gloss.matchAll(/"([^"]+)"/g)) {
        const example = quoted!.trim().replace(/[;:, ]+$/, "");
        if (isUsable(example)) examples.set(splitWords(example).join(" "), example);
      }
    }
  }
  return {
    definitions: [...definitions].filter(([text]) => !ambiguous.has(text)),
    examples: [...examples.values()],
  };
}

function isUsable(text: string): boolean {
  const length = splitWords(text).length;
  return length >= 3 && length <= mostWords && /^[\x20-\x7e]+$/.test(text) && !isOffensive(text);
}

/** Words of the VADER lexicon with how pleasant people found them, −4 to 4. */
async function readValences(sources: Sources): Promise<ReadonlyMap<string, number>> {
  const lexicon = await sources.readText("vader", "vader_lexicon.txt");
  return new Map(
    lexicon
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t"))
      .map(([word, valence]) => [word!, Number(valence)]),
  );
}

const negations = /\b(?:not|no|never|none|nothing|nobody|neither|nor|without|hardly|barely|lack\w*)\b|n't\b/i;

/** A label where all words with a valence in a phrase point one way, clearly, and the model knows one of them. */
function labelSentiment(
  valences: ReadonlyMap<string, number>,
  known: ReadonlySet<string>,
): (text: string) => "positive" | "negative" | undefined {
  return (text) => {
    const rated = splitWords(text).filter((word) => valences.has(word));
    const total = rated.reduce((sum, word) => sum + valences.get(word)!, 0);
    const oneWay = rated.every((word) => Math.sign(valences.get(word)!) === Math.sign(total));
    if (!oneWay || Math.abs(total) < 1.5 || negations.test(text) || !rated.some((word) => known.has(word)))
      return undefined;
    return total > 0 ? "positive" : "negative";
  };
}

/** As many rows of each label as the rarest has, at most `most`; sorted. */
function balance(rows: readonly Row[], most: number): Row[] {
  const labels = [...new Set(rows.map(([, label]) => label))];
  const groups = labels.map((label) => rows.filter((row) => row[1] === label));
  const size = Math.min(most, ...groups.map((group) => group.length));
  return groups.flatMap((group) => group.slice(0, size)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** All words and marks, commonest first. */
function countWords(texts: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const word of texts.flatMap(splitWords)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}
