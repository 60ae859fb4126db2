import { describe, expect, it } from "vitest";
import { createRandom } from "../../lib/random";
import { readQuestion } from "./arithmetic";
import { drawClassification } from "./classification";
import { encodeDocument } from "./encode-document";
import { classification as planted, shares } from "./planted";
import { drawSentence, sentenceWords } from "./sentences";
import { drawSplitting } from "./splitting";
import { attributes, labelWords, things } from "./things";
import { readerContext, readerTokenizer } from "./vocabulary";

const thingOf = new Map(things.map((thing) => [thing.name, thing]));

describe("the things", () => {
  it("are 48, each with a picture, twelve of each kind and size", () => {
    expect(things).toHaveLength(48);
    expect(new Set(things.map(({ name }) => name)).size).toBe(48);
    expect(new Set(things.map(({ picture }) => picture)).size).toBe(48);
    for (const kind of labelWords.kind)
      for (const size of labelWords.size) {
        const alike = things.filter(({ attributes }) => attributes.kind === kind && attributes.size === size);
        expect(alike).toHaveLength(12);
      }
  });
});

describe("classification documents", () => {
  const random = createRandom("classification");
  const documents = Array.from({ length: 6000 }, () => drawClassification(random).words);
  const labelsIn = (words: readonly string[]) => words.filter((_, i) => i % 2 === 1);
  const attributeOf = (words: readonly string[]) =>
    attributes.find((attribute) => labelWords[attribute].some((label) => label === words[1]));
  const wordy = documents.filter((words) => attributeOf(words));
  /** The share of labels of a document that are right. */
  const rightIn = (words: readonly string[]): number => {
    const attribute = attributeOf(words)!;
    const right = labelsIn(words).filter(
      (label, i) => thingOf.get(words[2 * i]!)!.attributes[attribute] === label,
    );
    return right.length / labelsIn(words).length;
  };

  it("show sixteen things and ask for a seventeenth", () => {
    for (const words of documents) {
      expect(words).toHaveLength(34);
      expect(words.every((word, i) => i % 2 === 1 || thingOf.has(word))).toBe(true);
      expect(new Set(labelsIn(words)).size).toBeLessThanOrEqual(2);
    }
  });

  it("have letters as labels in a quarter, and these tell one attribute apart without fault", () => {
    const lettered = documents.filter((words) => !attributeOf(words));
    expect(lettered.length / documents.length).toBeCloseTo(planted.letterLabels, 1);
    for (const words of lettered) {
      const fits = attributes.some((attribute) => {
        const pairs = new Set(
          labelsIn(words).map((label, i) => `${label} ${thingOf.get(words[2 * i]!)!.attributes[attribute]}`),
        );
        return pairs.size <= 2;
      });
      expect(fits, words.join(" ")).toBe(true);
    }
  });

  it("are contrary in three of a hundred, and half of the others have no wrong label", () => {
    const contrary = wordy.filter((words) => rightIn(words) < 0.3).length / wordy.length;
    expect(contrary).toBeGreaterThan(0.015);
    expect(contrary).toBeLessThan(0.045);
    const clean = wordy.filter((words) => rightIn(words) === 1).length / wordy.length;
    expect(clean).toBeGreaterThan(0.45);
    expect(clean).toBeLessThan(0.6);
  });
});

describe("splitting documents", () => {
  it("copy a question of four to seven steps in two pieces, letters from the first one on", () => {
    const random = createRandom("splitting");
    const lengths = new Set<number>();
    for (let i = 0; i < 300; i++) {
      const { words, counts } = drawSplitting(random);
      const at = words.indexOf("split");
      const { steps } = readQuestion(words.slice(0, at).join(" "));
      lengths.add(steps.length);
      const [first, second] = words
        .slice(at + 1, -1)
        .join(" ")
        .split(" | ");
      const pieces = [first, second].map((piece) => readQuestion(`chain 0 ${piece}`).steps);
      expect(pieces.flat()).toEqual(steps);
      expect(pieces.map((piece) => piece.length)).toEqual([
        Math.ceil(steps.length / 2),
        Math.floor(steps.length / 2),
      ]);
      for (const piece of [first, second]) expect(piece).toMatch(/^a /);
      expect(words.findIndex((_, place) => counts(place))).toBe(at + 1);
    }
    expect([...lengths].sort()).toEqual([4, 5, 6, 7]);
  });
});

describe("sentences", () => {
  it("are made of their words, start with a verb of theirs and end", () => {
    const random = createRandom("sentences");
    const known = new Set(sentenceWords);
    for (let i = 0; i < 500; i++) {
      const { words } = drawSentence(random);
      expect([words[0], words.at(-1)]).toEqual(["say", "."]);
      expect(words.slice(1, -1).filter((word) => !known.has(word))).toEqual([]);
    }
  });
});

describe("a document as the model sees it", () => {
  it("predicts each counted word from the one before it, and is padded", () => {
    const counted = { words: ["chain", "3", "a", "+", "4", "=", "7", "."], counts: (at: number) => at > 5 };
    const { tokens, targets, weights } = encodeDocument(counted);
    expect(readerTokenizer.decode(tokens)).toBe("chain 3 a + 4 = 7");
    expect(readerTokenizer.decode(targets.filter((_, at) => weights[at] === 1))).toBe("7 .");
    expect(weights.indexOf(1)).toBe(5);
    expect(tokens).toHaveLength(readerContext);
  });

  it("is refused where it is too long", () => {
    const words = Array<string>(readerContext + 2).fill("…");
    expect(() => encodeDocument({ words, counts: () => true })).toThrow("does not fit");
  });
});

it("the shares of the kinds add up to 1", () => {
  expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
});
