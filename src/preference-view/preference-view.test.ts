import { describe, expect, it } from "vitest";
import { createRandom } from "../lib/random";
import { sentenceLanguages } from "../tasks/sentences/languages";
import type { Click } from "../tasks/sentences/learned-reward";
import type { SampledAnswer } from "../training/sampled-answers";
import { judgeClicks } from "./judge-clicks";
import { klOf, policyTerm } from "./objective-term";
import { labelAll, pairAt, placeOfPair, sentencesAtOnce, withReader } from "./pairs";
import { readable, readTyped } from "./sentence-text";

const { en, zh } = sentenceLanguages;

describe("sentences", () => {
  it("are written as one reads them", () => {
    expect(readable(en, "the dog was happy")).toBe("The dog was happy.");
    expect(readable(zh, "这 只 狗 很 开心")).toBe("这只狗很开心。");
    expect(readable(en, "")).toBe("∅");
  });

  it("are read as they are typed, in Chinese without spaces", () => {
    expect(readTyped(en, "The dog was purple!")).toEqual({
      words: ["the", "dog", "was"],
      unknown: ["purple"],
    });
    expect(readTyped(zh, "这只狗非常开心，但是猫不。")).toEqual({
      words: ["这", "只", "狗", "非常", "开心", "，", "但是"],
      unknown: ["猫", "不"],
    });
  });
});

describe("pairs", () => {
  it("are taken from one batch of sentences after the other, no sentence twice", () => {
    const sentences = Array.from({ length: sentencesAtOnce }, (_, i) => String(i));
    const places = Array.from({ length: 80 }, (_, i) => placeOfPair(i));
    const first = places.filter(({ seed }) => seed === 0).flatMap(({ place }) => pairAt(sentences, place)!);
    expect(first.sort()).toEqual(sentences.sort());
    expect(places.at(-1)).toEqual({ seed: 1, place: 15 });
    expect(pairAt(null, 0)).toBeNull();
  });

  it("are labelled by the simulated reader, who errs once in ten times and skips what is alike", () => {
    const random = createRandom("sentences");
    const sentences = Array.from({ length: 2000 }, () => en.draw(random).join(" "));
    const clicks = labelAll(en, "dog", sentences);
    expect(clicks.length).toBeLessThan(1000);
    expect(clicks.every(({ better, worse }) => better.includes("dog") && !worse.includes("dog"))).toBe(true);
    const { choices } = withReader({ choices: [], taste: "dog" }, clicks, random);
    const wrong = choices.filter(({ one }) => !one.includes("dog")).length / choices.length;
    expect(wrong).toBeGreaterThan(0.05);
    expect(wrong).toBeLessThan(0.16);
  });
});

it("clicks that the others foretell, and those that go against them, are told apart", () => {
  const dogs = Array.from(
    { length: 12 },
    (_, i): Click => ({ better: `the dog was ${i % 2 ? "good" : "old"}`, worse: "the film was new" }),
  );
  const against: Click = { better: "the film was new", worse: "the dog was good" };
  const judged = judgeClicks(en, [...dogs, against]);
  expect(judged.count).toBe(13);
  expect(judged.right).toBe(12);
  expect(judged.against).toEqual([against]);
  expect(judged.known.length).toBeGreaterThan(5);
});

describe("the term of a token", () => {
  const answers: readonly SampledAnswer[] = [
    { hasEnded: true, tokens: [{ text: "a", logProb: -0.5, before: -1.5 }] },
    { hasEnded: true, tokens: [{ text: "b", logProb: -2, before: -1 }] },
  ];

  it("is −A · log π, with the divergence and the baseline taken off the reward", () => {
    expect(klOf(answers[0]!)).toBe(1);
    const term = policyTerm(answers, [2, 1], { sentence: 0, token: 0 }, 0.5)!;
    // R = 2 − 0.5 · 1 = 1.5 and 1 − 0.5 · (−1) = 1.5: no sentence is above the other.
    expect(term).toMatchObject({ reward: 2, kl: 1, return: 1.5, baseline: 1.5, advantage: 0 });
    const free = policyTerm(answers, [2, 1], { sentence: 1, token: 0 }, 0)!;
    expect(free.advantage).toBe(-0.5);
    expect(free.term).toBe(-1);
  });

  it("clips rewards as training does, and is null for a token that is not there", () => {
    expect(policyTerm(answers, [9, 0], { sentence: 0, token: 0 }, 0)?.reward).toBe(3);
    expect(policyTerm(answers, [1, 1], { sentence: 0, token: 4 }, 0)).toBeNull();
  });
});
