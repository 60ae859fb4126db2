import { describe, expect, it } from "vitest";
import { createRandom } from "../../lib/random";
import { guardPairs } from "./guard-pairs";
import { sentenceContext, sentenceLanguages, sentenceTokenizer } from "./languages";
import { countRight, learnReward } from "./learned-reward";
import { encodeSentence, loadSentences } from "./load-sentences";
import { brokenPairs, type SentenceLanguage, splitSentence, wordsOf } from "./sentence-language";
import { chooseByTaste, shuffled, withNoise } from "./simulated-reader";
import { goldOf, type TasteId, tasteIds } from "./tastes";

const languages: readonly SentenceLanguage[] = Object.values(sentenceLanguages);

/** Choices of a simulated reader between random sentences. */
function clicksOf(language: SentenceLanguage, taste: TasteId, count: number, noise: number, seed: string) {
  const random = createRandom(seed);
  const clicks = [];
  while (clicks.length < count) {
    const texts = [language.draw(random).join(" "), language.draw(random).join(" ")] as const;
    const click = chooseByTaste(language, taste, texts);
    if (click) clicks.push(withNoise(click, noise, random));
  }
  return clicks;
}

describe.each(languages)("sentences: $id", (language) => {
  const random = createRandom(`draw ${language.id}`);
  const drawn = Array.from({ length: 2000 }, () => language.draw(random));

  it("are allowed by the language's own rules, and use every word", () => {
    expect(drawn.filter((words) => brokenPairs(language, words) > 0)).toEqual([]);
    expect([...new Set(drawn.flat())].sort()).toEqual([...wordsOf(language)].sort());
    expect(new Set(wordsOf(language)).size).toBe(wordsOf(language).length);
  });

  it("fit the context, and their words come in one kind each", () => {
    for (const words of drawn) {
      const { targets, weights } = encodeSentence(language, words);
      const counted = [...targets].filter((_, at) => weights[at] === 1);
      expect(sentenceTokenizer.decode(counted)).toBe([...words, language.end].join(" "));
    }
    expect(Math.max(...drawn.map((words) => words.length)) + 2).toBeLessThanOrEqual(sentenceContext);
  });

  it("are broken by what is no sentence: nothing, half of one, the words in another order", () => {
    expect(brokenPairs(language, [])).toBe(1);
    const [whole] = drawn;
    expect(brokenPairs(language, whole!.slice(0, 2))).toBeGreaterThan(0);
    expect(brokenPairs(language, [...whole!].reverse())).toBeGreaterThan(1);
  });

  it.each(tasteIds)("are liked differently by a reader of the taste %s, and broken ones less", (taste) => {
    const golds = drawn.map((words) => goldOf(language, taste, words));
    expect(new Set(golds).size).toBeGreaterThan(1);
    const [whole] = drawn;
    const salad = [...whole!].reverse();
    expect(goldOf(language, taste, salad)).toBeLessThan(goldOf(language, taste, whole!));
  });

  it("teach a simple taste in 16 clicks of which a tenth is wrong, and nothing when shuffled", () => {
    const share = (clicks: ReturnType<typeof clicksOf>): number =>
      countRight(learnReward(language, clicks), test) / test.length;
    const test = clicksOf(language, "dog", 300, 0, "held out");
    const seeds = ["a", "b", "c"];
    const learned = seeds.map((seed) => share(clicksOf(language, "dog", 16, 0.1, seed)));
    const control = seeds.map((seed) =>
      share([...shuffled(clicksOf(language, "dog", 200, 0.1, seed), createRandom(seed))]),
    );
    expect(Math.min(...learned)).toBeGreaterThan(0.75);
    expect(Math.max(...control)).toBeLessThan(0.85);
    expect(control.reduce((sum, one) => sum + one) / 3).toBeLessThan(0.65);
  });

  it("teach nothing of word salad but by guard pairs", () => {
    const clicks = clicksOf(language, "cheerful", 200, 0.1, "guard");
    const guarded = [...clicks, ...guardPairs(language, clicks, createRandom("guard"))];
    expect(learnReward(language, clicks).weights.broken).toBe(0);
    expect(learnReward(language, guarded).weights.broken).toBeLessThan(-1);
  });

  it("are a task that asks with the tag, and counts whole sentences as right", () => {
    const task = loadSentences(language.id);
    const [item] = task.items("heldOut");
    expect(task.tokenizer.decode(task.prompt(language.tag))).toBe(language.tag);
    expect(task.score(item!.answer, item!)).toBe(1);
    expect(task.score(`${item!.answer} ${item!.answer}`, item!)).toBe(0);
    expect(splitSentence(item!.answer).length).toBeGreaterThan(2);
  });
});
