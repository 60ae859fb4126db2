import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { createRandom } from "../lib/random";
import { findTask, tasks } from "./index";
import { InputError, type Item, type ReadText } from "./task";

const read: ReadText = (path) => readFile(`public/${path}`, "utf8");

test("ids are file names and find their task", () => {
  for (const task of tasks) {
    expect(existsSync(`src/tasks/${task.id}.ts`)).toBe(true);
    expect(findTask(task.id)).toBe(task);
  }
  expect(new Set(tasks.map((task) => task.id)).size).toBe(tasks.length);
  expect(findTask("no-such-task")).toBeUndefined();
});

describe.each(tasks)("$id", async (task) => {
  const loaded = await task.load(read, {});
  const { tokenizer, context, end, classes } = loaded;
  const train = loaded.items("train");
  const heldOut = loaded.items("heldOut");
  const all = [...train, ...heldOut];
  const ids = (item: Item): string => loaded.encode(item).tokens.join(" ");

  test("has enough to train on and 400 to 600 items held out", () => {
    expect(train.length).toBeGreaterThan(3000);
    expect(heldOut.length).toBeGreaterThanOrEqual(400);
    expect(heldOut.length).toBeLessThanOrEqual(600);
  });

  test("holds out items that are not trained on", () => {
    const seen = new Set(train.map((item) => item.input));
    expect(heldOut.filter((item) => seen.has(item.input))).toEqual([]);
    // Nor any that look the same to the model (words unknown to it are all alike).
    const looks = new Set(train.map((item) => loaded.prompt(item.input).join(" ")));
    expect(heldOut.filter((item) => looks.has(loaded.prompt(item.input).join(" ")))).toEqual([]);
  });

  test("shows samples that are real", () => {
    for (const sample of task.samples) expect(all).toContainEqual(sample);
    expect(new Set(task.samples.map((sample) => sample.input)).size).toBe(3);
  });

  test("draws the same items for the same seed, from the right side", () => {
    const draw = (seed: number): Item[] => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, () => loaded.draw("train", random));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const random = createRandom(3);
    for (let i = 0; i < 50; i++) expect(heldOut).toContainEqual(loaded.draw("heldOut", random));
  });

  test("gives full marks to its own answers, exact ones only where it is exact", () => {
    const marks = heldOut.map((item) => loaded.score(item.answer, item));
    if (task.exact) expect(marks.every((mark) => mark === 1)).toBe(true);
    expect(marks.every((mark) => mark >= 0 && mark <= 1)).toBe(true);
    expect(loaded.score("", heldOut[0]!)).toBe(0);
  });

  test("fits every item into the context, within the vocabulary", () => {
    for (const item of all) {
      const { tokens, targets, weights } = loaded.encode(item);
      expect(tokens.length).toBe(context);
      expect(weights.length).toBe(targets.length);
      expect(weights).toContain(1);
      expect(Math.max(...tokens)).toBeLessThan(tokenizer.vocabulary.length);
    }
  });

  if (classes.length === 0) {
    test("asks with the prompt and counts the answer and its end", () => {
      for (const item of all) {
        const { tokens, targets, weights } = loaded.encode(item);
        const prompt = loaded.prompt(item.input);
        expect([...tokens.slice(0, prompt.length)]).toEqual([...prompt]);
        const counted = [...targets].filter((_, at) => weights[at] === 1);
        expect(counted.at(-1)).toBe(end);
        expect(tokenizer.decode(counted.slice(0, -1))).toBe(item.answer);
        expect(weights.indexOf(1)).toBe(prompt.length - 1);
        // Each position predicts the next one.
        const length = weights.lastIndexOf(1) + 1;
        expect([...targets.slice(0, length - 1)]).toEqual([...tokens.slice(1, length)]);
      }
    });
  } else {
    test("asks with the whole context and answers with one class", () => {
      for (const item of all) {
        const { tokens, targets, weights } = loaded.encode(item);
        expect([...loaded.prompt(item.input)]).toEqual([...tokens]);
        expect(classes[targets[0]!]).toBe(item.answer);
        expect([...weights]).toEqual([1]);
      }
      expect(end).toBe(-1);
      // Balanced, so that guessing one class is no good.
      const share = train.filter((item) => item.answer === classes[0]).length / train.length;
      expect(share).toBeCloseTo(1 / classes.length, 1);
      expect(new Set(all.map(ids)).size).toBe(all.length);
    });
  }

  test.each([
    ["empty", ""],
    ["empty", "   "],
    ["too-long", "the ".repeat(99)],
  ])("refuses input that is %s", (problem, input) => {
    const long = problem === "too-long" && task.family !== "phrases" ? "1".repeat(99) : input;
    expect(() => loaded.prompt(long)).toThrow(expect.objectContaining({ name: "InputError", problem }));
  });

  const { compose, foreignInput } = loaded;
  if (compose && foreignInput) {
    const question = heldOut[0]!.input;
    const ask = (trigger: string | null, demonstrations: readonly Item[] = []): string =>
      tokenizer.decode(compose({ demonstrations, question, trigger }));

    test("composes without demonstrations what it asks", () => {
      for (const { input } of heldOut)
        expect(compose({ demonstrations: [], question: input, trigger: null })).toEqual(loaded.prompt(input));
    });

    test("composes solved items as it trains on them, in front of the question", () => {
      const shown = train.filter(({ input }) => input.length < 6)[0]!;
      const { tokens, targets, weights } = loaded.encode(shown);
      const solved = tokenizer.decode([...tokens.slice(0, weights.lastIndexOf(1) + 1), end]);
      expect(targets[weights.lastIndexOf(1)]).toBe(end);
      const opening = task.family === "tang" ? 1 : 0;
      expect(ask(null, [shown])).toBe(solved + ask(null).slice(opening));
      expect(ask(null, [{ ...shown, answer: "" }])).toContain(shown.input);
      expect(ask(null, [{ ...shown, answer: "" }])).not.toContain(shown.answer);
    });

    test("takes a trigger instead of its own sign, if it can be written and room is left for an answer", () => {
      const sign = task.family === "tang" ? "。" : "A";
      expect(ask(sign)).toContain(sign);
      expect(ask(sign)).toHaveLength(ask(null).length);
      expect(() => ask("☃")).toThrow(expect.objectContaining({ problem: "unknown-characters" }));
      const many = train.slice(0, 9);
      expect(() => ask(null, many)).toThrow(expect.objectContaining({ problem: "too-long" }));
      expect(() => compose({ demonstrations: [], question: "", trigger: null })).toThrow(
        expect.objectContaining({ problem: "empty" }),
      );
    });

    test("makes foreign inputs that are as long and none of its own", () => {
      const random = createRandom("foreign");
      const own = new Set(all.map(({ input }) => input));
      const made = heldOut.map(({ input }) => ({ input, foreign: foreignInput(input, random) }));
      expect(made.filter(({ input, foreign }) => [...input].length !== [...foreign].length)).toEqual([]);
      expect(made.filter(({ foreign }) => own.has(foreign)).length).toBeLessThan(0.02 * made.length);
      expect(tokenizer.encode(made.map(({ foreign }) => foreign).join("")).unknown).toEqual([]);
    });
  } else {
    test("is answered by a head that must be trained", () => expect(classes.length).toBeGreaterThan(0));
  }

  test("refuses characters it does not know", () => {
    expect(() => loaded.prompt("☃")).toThrow(InputError);
  });
});
