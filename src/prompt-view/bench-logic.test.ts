import { describe, expect, it } from "vitest";
import { drawQuestions } from "./bench-questions";
import { answerIn, followingValues, rightValues, stepsIn } from "./chain-text";
import { drawLabelPrompt, flipLabel, labelPromptText, relabel } from "./label-bench";
import { cutChain, endsOf, pieceQuestion, piecesIn, stepTexts } from "./split-pieces";

describe("demonstrations whose labels are flipped", () => {
  const prompt = drawLabelPrompt(3);
  const shown = (text: string): readonly string[] => text.split(" ").filter((_, i) => i % 2 === 1);

  it("are sixteen different things with right labels, and the question is none of them", () => {
    const things = prompt.demonstrations.map(({ thing }) => thing);
    expect(new Set([...things, prompt.question]).size).toBe(17);
    expect(labelPromptText(prompt).split(" ")).toHaveLength(33);
    expect(prompt.demonstrations.every(({ right, shown }) => right === shown)).toBe(true);
  });

  it("change one at a time, or all at once", () => {
    const flipped = shown(labelPromptText(flipLabel(prompt, 2)));
    const before = shown(labelPromptText(prompt));
    expect(flipped.flatMap((label, i) => (label === before[i] ? [] : [i]))).toEqual([2]);
    const all = shown(labelPromptText(relabel(prompt, "flipped", 1)));
    expect(all.some((label, i) => label === before[i])).toBe(false);
  });

  it("get two letters for labels, and their words back", () => {
    const letters = relabel(prompt, "letters", 1);
    expect(new Set(shown(labelPromptText(letters))).size).toBe(2);
    expect(letters.labels.every((label) => /^[a-l]$/.test(label))).toBe(true);
    expect(relabel(letters, "right", 1)).toEqual(prompt);
  });
});

describe("a chain that was answered", () => {
  it("is read step by step, as far as it is written", () => {
    expect(stepsIn("a 6 b 2 # 2".split(" "))).toEqual([
      { letter: "a", value: "6", at: 1 },
      { letter: "b", value: "2", at: 3 },
    ]);
    expect(stepsIn(["a", "6", "b"])).toHaveLength(1);
    expect([
      answerIn(":", ["a", "6", "#", "2"]),
      answerIn(":", ["a", "6"]),
      answerIn("=", ["9", "."]),
    ]).toEqual(["2", "", "9"]);
  });

  it("shows what follows from a step, also from a wrong one", () => {
    const written = stepsIn("a 6 b 9 c 8".split(" "));
    expect([...followingValues("chain 2 a * 3 b - 4 c + 9", written).values()]).toEqual(["6", "2", "8"]);
  });

  it("has right values modulo ten", () => {
    expect([...rightValues("chain 2 a * 3 b - 4 c + 9")]).toEqual([
      ["a", "6"],
      ["b", "2"],
      ["c", "1"],
    ]);
  });
});

describe("a chain that is cut", () => {
  const question = "chain 3 a + 4 b * 7 c - 1";

  it("falls into pieces whose letters start again", () => {
    expect(cutChain(question, [])).toEqual(["a + 4 b * 7 c - 1"]);
    expect(cutChain(question, [2, 1])).toEqual(["a + 4", "a * 7", "a - 1"]);
    expect(stepTexts(question)).toEqual(["a + 4", "b * 7", "c - 1"]);
    expect(endsOf(question)).toEqual({ start: "3", answer: "8" });
    expect(pieceQuestion("7", "a * 7")).toBe("chain 7 a * 7 :");
  });

  it("by the model is read where it holds steps", () => {
    expect(piecesIn("a + 4 b * 7 | a - 1 .".split(" "))).toEqual(["a + 4 b * 7", "a - 1"]);
    expect(piecesIn("a + | a - 1".split(" "))).toEqual(["a - 1"]);
  });
});

it("questions of a bench are the same each time, of the task that is asked", () => {
  expect(drawQuestions("sum", 5, 3)).toEqual(drawQuestions("sum", 5, 3));
  expect(drawQuestions("sum", 5, 1)[0]).toMatch(/^sum( [a-e] \d){5}$/);
  expect(drawQuestions("chain", 7, 1)[0]).toMatch(/^chain \d( [a-g] [-+*] \d){7}$/);
});
