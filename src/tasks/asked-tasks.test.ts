import { readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { createRandom } from "../lib/random";
import { allTasks } from "./index";
import { readQuestion, solve } from "./reader/arithmetic";
import type { LoadedTask } from "./task";

const asked = allTasks.filter((task) => task.family === "reader");
const load = (id: string): Promise<LoadedTask> =>
  asked.find((task) => task.id === id)!.load((path) => readFile(`public/${path}`, "utf8"), {});

describe.each(asked)("$id", async (task) => {
  const loaded = await load(task.id);
  const heldOut = loaded.items("heldOut");
  const compose = loaded.compose!;

  it("has at least 200 questions, of each length where it has several", () => {
    for (const length of new Set(heldOut.map((item) => item.length)))
      expect(heldOut.filter((item) => item.length === length).length).toBeGreaterThanOrEqual(200);
  });

  it("shows samples that its own rule answers like that", () => {
    for (const { input, answer } of task.samples) {
      expect(loaded.score(answer, { input, answer })).toBe(1);
      if (task.id === "thing-label") expect(heldOut).toContainEqual({ input, answer });
      else expect(String(solve(readQuestion(input)))).toBe(answer);
    }
  });

  it("fits every question with room to answer, and takes triggers at its end", () => {
    for (const { input, answer } of heldOut) {
      expect(loaded.tokenizer.decode(loaded.prompt(input))).toBe(input);
      expect(loaded.encode({ input, answer }).weights).toContain(1);
    }
    const [item] = heldOut;
    const prompt = compose({ demonstrations: [], question: item!.input, trigger: "think step" });
    expect(loaded.tokenizer.decode(prompt)).toBe(`${item!.input} think step`);
  });

  test.each([
    ["empty", "  "],
    ["too-long", "… ".repeat(50)],
    ["unknown-characters", "chain 3 a + ☃"],
  ])("refuses a prompt that is %s", (problem, question) => {
    expect(() => loaded.prompt(question)).toThrow(expect.objectContaining({ name: "InputError", problem }));
  });

  it("has words for its demonstrations that the model knows", () => {
    const { letters = [], words = [] } = loaded.otherLabels ?? {};
    expect(loaded.tokenizer.encode([...letters, ...words].join(" ")).unknown).toEqual([]);
    const random = createRandom("foreign");
    const inputs = new Set(heldOut.map(({ input }) => input));
    for (let i = 0; i < 50 && loaded.foreignInput; i++) {
      const foreign = loaded.foreignInput("", random);
      expect(inputs.has(foreign)).toBe(false);
      expect(loaded.tokenizer.encode(foreign).ids).toHaveLength(1);
    }
  });
});

describe("demonstrations beside a question", () => {
  it("of a thing: other things, asked for the same attribute", async () => {
    const loaded = await load("thing-label");
    const random = createRandom("beside");
    for (const question of loaded.items("heldOut").slice(0, 96)) {
      const pair = loaded.labelsBeside!(question.answer);
      expect(pair).toHaveLength(2);
      for (let i = 0; i < 40; i++) {
        const { input, answer } = loaded.drawBeside!(question, random);
        expect(input).not.toBe(question.input);
        expect(pair).toContain(answer);
      }
    }
  });

  it("are written as pairs, inputs alone or labels alone", async () => {
    const { compose, tokenizer } = await load("thing-label");
    const shown = (input: string, answer: string): string =>
      tokenizer.decode(compose!({ demonstrations: [{ input, answer }], question: "ant", trigger: null }));
    expect(shown("whale", "big")).toBe("whale big ant");
    expect(shown("whale", "")).toBe("whale ant");
    expect(shown("", "big")).toBe("big ant");
  });
});

it("questions of arithmetic have as many steps as their length says, and right answers", async () => {
  for (const id of ["chain", "sum"]) {
    const loaded = await load(id);
    for (const { input, answer, length } of [...loaded.items("heldOut"), ...loaded.items("train")]) {
      const question = readQuestion(input);
      expect(question.order).toBe(id);
      expect(question.steps).toHaveLength(length!);
      expect(String(solve(question))).toBe(answer);
    }
    const lengths = new Set(loaded.items("heldOut").map(({ length }) => length));
    expect([...lengths]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  }
});
