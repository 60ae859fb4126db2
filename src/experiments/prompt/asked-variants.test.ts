import { describe, expect, it } from "vitest";
import { findTask } from "../../tasks/index";
import { readQuestion, solve } from "../../tasks/reader/arithmetic";
import { attributes, labelWords, things } from "../../tasks/reader/things";
import type { LoadedTask } from "../../tasks/task";
import type { PromptSpec, PromptVariant } from "./prompt-spec";
import { drawQuestions, type Question } from "./questions";
import { letterTask, promptSpec, variant } from "./test-task";

// The variants that the lessons on prompts compare, on the tasks of the reader.

const load = (id: string): Promise<LoadedTask> => findTask(id)!.load(async () => "", {});
const label = await load("thing-label");
const chain = await load("chain");

const specOf = (id: PromptSpec["task"]["id"], variants: readonly PromptVariant[]): PromptSpec =>
  promptSpec({ base: "reader-micro", task: { id }, variants, items: 200 });
const ask = (task: LoadedTask, id: PromptSpec["task"]["id"], variants: readonly PromptVariant[]) =>
  drawQuestions(task, specOf(id, variants));
const shown = (change: Partial<PromptVariant["demonstrations"]>, rest: Partial<PromptVariant> = {}) =>
  variant({ ...rest, demonstrations: { count: 16, ...change } });
const words = ({ prompt }: Question): readonly string[] => label.tokenizer.decode(prompt).split(" ");
const trueLabel = (name: string, like: string): string => {
  const thing = things.find((one) => one.name === name)!;
  const attribute = attributes.find((one) => labelWords[one].some((word) => word === like))!;
  return thing.attributes[attribute];
};
/** How many of the demonstrations have a wrong label. */
const wrongIn = (question: Question): number => {
  const all = words(question).slice(0, 32);
  return all.filter((word, i) => i % 2 === 1 && word !== trueLabel(all[i - 1]!, question.item.answer)).length;
};

describe("demonstrations with labels", () => {
  it("are wrong in exactly the share that is asked for, and the same ones stay wrong as it grows", () => {
    const percents = [0, 12.5, 25, 50, 100].map(Math.round);
    const asked = ask(
      label,
      "thing-label",
      percents.map((wrong) => shown({ wrong })),
    );
    percents.forEach((wrong, i) => {
      const counts = new Set(asked[i]!.map(wrongIn));
      expect([...counts]).toEqual([Math.round((wrong / 100) * 16)]);
    });
    for (const [at, quarter] of asked[2]!.entries()) {
      const half = words(asked[3]![at]!);
      words(quarter).forEach((word, place) => {
        if (word !== words(asked[0]![at]!)[place]) expect(half[place]).toBe(word);
      });
    }
  });

  it("never show the thing that is asked, and ask 200 questions of both attributes", () => {
    const [gold] = ask(label, "thing-label", [shown({})]);
    expect(gold).toHaveLength(200);
    for (const question of gold!) expect(words(question).slice(0, 32)).not.toContain(question.item.input);
    const prompts = new Set(gold!.map((question) => words(question).join(" ")));
    expect(prompts.size).toBe(200);
    expect(new Set(gold!.map(({ item }) => item.answer)).size).toBe(4);
  });

  it("imply the other label where most of them are wrong", () => {
    const [few, many] = ask(label, "thing-label", [
      shown({ wrong: 25 }, { expected: "implied" }),
      shown({ wrong: 75 }, { expected: "implied" }),
    ]);
    for (const { item, expected } of few!) expect(expected).toBe(item.answer);
    for (const { item, expected } of many!) {
      expect(expected).not.toBe(item.answer);
      expect(label.labelsBeside!(item.answer)).toContain(expected);
    }
  });

  it("can be letters: two of them, one for each label, and a letter is the answer", () => {
    const [lettered] = ask(label, "thing-label", [shown({ labels: "letters" })]);
    for (const question of lettered!) {
      const all = words(question).slice(0, 32);
      const meant = new Map(
        all.flatMap((word, i) =>
          i % 2 === 1 ? [[trueLabel(all[i - 1]!, question.item.answer), word] as const] : [],
        ),
      );
      expect(meant.size).toBeLessThanOrEqual(2);
      for (const letter of meant.values()) expect(letter).toMatch(/^[a-l]$/);
      if (meant.has(question.item.answer)) expect(question.expected).toBe(meant.get(question.item.answer));
      expect(question.expected).toMatch(/^[a-l]$/);
    }
  });

  it("can be random words: the true label counts, or the word where what is implied is asked for", () => {
    const [paper, implied] = ask(label, "thing-label", [
      shown({ labels: "words" }),
      shown({ labels: "words" }, { expected: "implied" }),
    ]);
    for (const [i, question] of paper!.entries()) {
      expect(question.expected).toBe(question.item.answer);
      expect(words(question)).toEqual(words(implied![i]!));
      expect(label.otherLabels!.words).toContain(implied![i]!.expected);
    }
  });

  it("can do without inputs or labels, or have foreign inputs", () => {
    const [labels, inputs, foreign] = ask(label, "thing-label", [
      shown({ inputs: "absent" }),
      shown({ labels: "absent" }),
      shown({ inputs: "foreign" }),
    ]);
    for (const [i, question] of labels!.entries()) {
      expect(words(question)).toHaveLength(17);
      expect(words(inputs![i]!)).toHaveLength(17);
      const strange = words(foreign![i]!);
      expect(strange.filter((_, at) => at % 2 === 1)).toEqual(words(question).slice(0, 16));
      expect(strange.filter((word) => things.some(({ name }) => name === word))).toEqual([
        question.item.input,
      ]);
    }
  });
});

describe("questions of a length", () => {
  it("are asked by the variants that want it, the same ones by all of these", () => {
    const [five, direct, seven] = ask(chain, "chain", [
      variant({ trigger: ":", length: 5 }),
      variant({ trigger: "=", length: 5 }),
      variant({ trigger: ":", length: 7 }),
    ]);
    expect(five!.map(({ item }) => item)).toEqual(direct!.map(({ item }) => item));
    expect(new Set(five!.map(({ item }) => item.length))).toEqual(new Set([5]));
    expect(new Set(seven!.map(({ item }) => item.length))).toEqual(new Set([7]));
    expect(seven).toHaveLength(200);
  });

  it("must exist", () => {
    expect(() => ask(chain, "chain", [variant({ length: 9 })])).toThrow(
      expect.objectContaining({ name: "PromptError", problem: "no-such-length" }),
    );
  });
});

describe("procedures", () => {
  it("start with a text of their own, and count what it implies where that is asked for", () => {
    const [wrong, split] = ask(chain, "chain", [
      variant({ procedure: "wrong-step", length: 4, expected: "implied" }),
      variant({ procedure: "split", length: 4 }),
    ]);
    for (const [i, { item, expected, prompt }] of wrong!.entries()) {
      expect(expected).not.toBe(item.answer);
      expect(chain.tokenizer.decode(prompt)).toMatch(/ :( [a-d] \d)+$/);
      expect(split![i]!.expected).toBe(String(solve(readQuestion(item.input))));
      expect(chain.tokenizer.decode(split![i]!.prompt)).toBe(`${item.input} split`);
    }
  });

  it("are refused by tasks that have none", () => {
    expect(() => ask(label, "thing-label", [variant({ procedure: "split" })])).toThrow(
      expect.objectContaining({ name: "PromptError", problem: "no-procedure" }),
    );
  });
});

it("labels that nothing may stand for are refused", () => {
  const spec = promptSpec({ variants: [shown({ labels: "letters", count: 2 })] });
  expect(() => drawQuestions(letterTask(), spec)).toThrow(
    expect.objectContaining({ name: "PromptError", problem: "no-other-labels" }),
  );
});

it("a word for a trigger that nobody knows is refused", () => {
  expect(() => ask(chain, "chain", [variant({ trigger: "hocus pocus" })])).toThrow(
    expect.objectContaining({ name: "InputError", detail: "hocus pocus" }),
  );
});
