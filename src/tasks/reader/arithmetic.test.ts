import { describe, expect, it } from "vitest";
import { createRandom } from "../../lib/random";
import {
  drawArithmetic,
  drawPhrases,
  drawQuestion,
  readQuestion,
  runningValues,
  solve,
  writeQuestion,
} from "./arithmetic";
import type { Document } from "./document";
import { arithmetic as planted, probabilityOfSteps, type TriggerWord, triggerWords } from "./planted";

const count = 4000;
const draw = (drawer: typeof drawArithmetic): readonly Document[] => {
  const random = createRandom(drawer.name);
  return Array.from({ length: count }, () => drawer(random));
};
const documents = draw(drawArithmetic);
const phrased = draw(drawPhrases);
const share = (of: readonly Document[], wanted: (words: readonly string[]) => boolean): number =>
  of.filter(({ words }) => wanted(words)).length / of.length;

/** The words up to the sign of the answer or the first trigger word. */
function askedIn(words: readonly string[]): readonly string[] {
  const isEnd = (word: string): boolean =>
    word === "=" || word === ":" || triggerWords.some((one) => one === word);
  return words.slice(0, words.findIndex(isEnd));
}

/** The answer by JavaScript's own arithmetic: an expression without precedence, then modulo 10. */
function computed(asked: readonly string[]): number {
  const [kind, ...rest] = asked;
  if (kind === "sum") {
    const digits = rest.filter((_, i) => i % 2 === 1).map(Number);
    return digits.reduce((sum, digit) => sum + digit, 0) % 10;
  }
  const operations = rest.slice(1).filter((word) => !/[a-l]/.test(word));
  let text = rest[0]!;
  for (let i = 0; i < operations.length; i += 2) text = `(${text} ${operations[i]} ${operations[i + 1]})`;
  const value = Number(new Function(`return ${text}`)());
  return ((value % 10) + 10) % 10;
}

describe("documents with arithmetic", () => {
  it("come in their planted shares", () => {
    expect(share(documents, (words) => words[0] === "sum")).toBeCloseTo(planted.sums, 1);
    expect(share(documents, (words) => words.includes("…"))).toBeCloseTo(planted.filler, 1);
    expect(share(documents, (words) => words.includes(":"))).toBeCloseTo(planted.steps, 1);
  });

  it("are answered right, as an independent computation says, and never have more than five steps", () => {
    const seen = new Set<number>();
    for (const { words } of [...documents, ...phrased]) {
      const asked = askedIn(words);
      expect(Number(words.at(-2)), words.join(" ")).toBe(computed(asked));
      expect(words.at(-1)).toBe(".");
      seen.add(readQuestion(asked.join(" ")).steps.length);
    }
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it("write a right value after every step, in a chain in its order, in a sum in any", () => {
    const orders = new Set<string>();
    for (const { words } of documents.filter(({ words }) => words.includes(":"))) {
      const question = readQuestion(askedIn(words).join(" "));
      const steps = words.slice(words.indexOf(":") + 1, words.indexOf("#"));
      const letters = steps.filter((_, i) => i % 2 === 0);
      const order = letters.map((letter) => "abcde".indexOf(letter));
      expect([...order].sort()).toEqual([...question.steps.keys()]);
      let value = question.start;
      order.forEach((place, i) => {
        const { operator, digit } = question.steps[place]!;
        value = computed(["chain", String(value), "a", operator, String(digit)]);
        expect(steps[2 * i + 1]).toBe(String(value));
      });
      if (question.order === "chain") expect(letters.join("")).toBe("abcde".slice(0, letters.length));
      else if (letters.length === 3) orders.add(letters.join(""));
    }
    expect(orders.size).toBe(6);
  });

  it("count what is written, and neither the question, nor the sign somebody chose, nor dots", () => {
    const counted = ({ words, counts }: Document): string => words.filter((_, i) => counts(i)).join(" ");
    for (const document of documents) {
      const { words } = document;
      if (words.includes("…")) expect(counted(document)).toBe(words.slice(-2).join(" "));
      else expect(counted(document)).toBe(words.slice(askedIn(words).length + 1).join(" "));
    }
    for (const document of phrased)
      expect(counted(document)).toBe(
        document.words.slice(document.words.findIndex((word) => word === "=" || word === ":")).join(" "),
      );
  });

  it("keep what came before in every product: no factor maps two digits to one", () => {
    const random = createRandom("factors");
    for (let i = 0; i < 500; i++)
      for (const { operator, digit } of drawQuestion("chain", 3, random).steps)
        if (operator === "*") expect([3, 7, 9]).toContain(digit);
  });
});

describe("documents with a trigger phrase", () => {
  it("write steps as often as the words of the phrase pull, up to four of them", () => {
    let expected = 0;
    const lengths = new Set<number>();
    for (const { words } of phrased) {
      const phrase = words.filter((word): word is TriggerWord => triggerWords.some((one) => one === word));
      expect(new Set(phrase).size).toBe(phrase.length);
      lengths.add(phrase.length);
      expected += probabilityOfSteps(phrase) / phrased.length;
    }
    expect([...lengths].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(share(phrased, (words) => words.includes(":"))).toBeCloseTo(expected, 1);
    const thinking = phrased.filter(({ words }) => words.includes("think") && words.includes("step"));
    const guessing = phrased.filter(({ words }) => words.includes("guess"));
    expect(share(thinking, (words) => words.includes(":"))).toBeGreaterThan(0.7);
    expect(share(guessing, (words) => words.includes(":"))).toBeLessThan(0.35);
  });

  it("have the planted strengths of the facts", () => {
    expect(probabilityOfSteps([])).toBeCloseTo(0.289, 3);
    expect(probabilityOfSteps(["think", "step"])).toBeCloseTo(0.846, 3);
    expect(probabilityOfSteps(["just", "answer", "quickly"])).toBeCloseTo(0.011, 3);
  });
});

describe("a question", () => {
  it("comes back from its text", () => {
    const random = createRandom("round trip");
    for (const order of ["chain", "sum"] as const)
      for (let steps = 1; steps <= 7; steps++) {
        const question = drawQuestion(order, steps, random);
        expect(readQuestion(writeQuestion(question).join(" "))).toEqual(question);
        expect(solve(question)).toBe(computed(writeQuestion(question)));
      }
  });

  it.each(["chain 3 a + x", "chain 3 a / 4", "sum a", "hello"])("is none: %s", (text) => {
    expect(() => readQuestion(text)).toThrow("no question");
  });

  it("has the same sum in any order, and other values on the way", () => {
    const question = readQuestion("sum a 5 b 8 c 1");
    expect(runningValues(question, [0, 1, 2])).toEqual([5, 3, 4]);
    expect(runningValues(question, [2, 1, 0])).toEqual([1, 9, 4]);
  });
});
