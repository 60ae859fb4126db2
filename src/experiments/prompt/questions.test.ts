import { describe, expect, it } from "vitest";
import { InputError } from "../../tasks/task";
import { PromptError } from "./prompt-error";
import type { PromptVariant } from "./prompt-spec";
import { drawQuestions } from "./questions";
import { letterTask, promptSpec, variant } from "./test-task";

const task = letterTask();
/** By question, its prompt under each variant. */
const written = (variants: readonly PromptVariant[], on = task, seed = 1): string[][] => {
  const [first = [], ...others] = drawQuestions(on, promptSpec({ variants, seed }));
  return first.map((question, i) =>
    [question, ...others.map((questions) => questions[i]!)].map(({ prompt }) => on.tokenizer.decode(prompt)),
  );
};
const answerOf = new Map(
  [...task.items("train"), ...task.items("heldOut")].map(({ input, answer }) => [input, answer]),
);
/** "a=0.b=1.m=" -> [["a", "0"], ["b", "1"]] */
const shownIn = (prompt: string): string[][] =>
  [...prompt.matchAll(/(\w)=(\w*)\./g)].map(([, input, answer]) => [input!, answer!]);

describe("questions", () => {
  it("are held-out items, each once, as many as there are or are wanted", () => {
    const inputs = (items: number) =>
      drawQuestions(task, promptSpec({ items }))[0]!.map(({ item }) => item.input);
    expect([...inputs(100)].sort()).toEqual(task.items("heldOut").map(({ input }) => input));
    expect(inputs(3)).toEqual(inputs(100).slice(0, 3));
  });

  it("come from the seed alone", () => {
    const shown = [variant({ demonstrations: { count: 3, labels: "random" } })];
    expect(written(shown)).toEqual(written(shown));
    expect(written(shown, task, 2)).not.toEqual(written(shown));
  });

  it("stand behind the same demonstrations under every variant, fewer of them where a variant shows fewer", () => {
    const counts = [4, 2, 0].map((count) => variant({ demonstrations: { count } }));
    for (const [four, two, none] of written(counts)) {
      expect(shownIn(four!)).toHaveLength(4);
      expect(shownIn(two!)).toEqual(shownIn(four!).slice(0, 2));
      expect(none).toMatch(/^\w=$/);
      expect(four!.endsWith(none!)).toBe(true);
    }
  });

  it("show training items with their own answers, unless told otherwise", () => {
    const trained = new Set(task.items("train").map(({ input }) => input));
    for (const [prompt] of written([variant({ demonstrations: { count: 4 } })]))
      for (const [input, answer] of shownIn(prompt!)) {
        expect(trained.has(input!)).toBe(true);
        expect(answer).toBe(answerOf.get(input!));
      }
  });

  it("keep the inputs when the labels change, and the labels when the inputs do", () => {
    const shown = (change: object) => variant({ demonstrations: { count: 4, ...change } });
    const all = written([
      shown({}),
      shown({ labels: "flipped" }),
      shown({ labels: "random" }),
      shown({ labels: "random", inputs: "foreign" }),
      shown({ labels: "absent" }),
    ]);
    const inputs = (prompt: string) => shownIn(prompt).map(([input]) => input);
    const answers = (prompt: string) => shownIn(prompt).map(([, answer]) => answer);
    let changed = 0;
    for (const [gold, flipped, random, foreign, absent] of all) {
      for (const prompt of [flipped, random, absent]) expect(inputs(prompt!)).toEqual(inputs(gold!));
      expect(answers(flipped!)).toEqual(answers(gold!).map((answer) => (answer === "0" ? "1" : "0")));
      expect(answers(foreign!)).toEqual(answers(random!));
      expect(inputs(foreign!).join("")).toMatch(/^[XYZ]{4}$/);
      expect(answers(absent!)).toEqual(["", "", "", ""]);
      changed += answers(random!).filter((answer, i) => answer !== answers(gold!)[i]).length;
    }
    // About half of the random labels are wrong.
    expect(changed / (4 * all.length)).toBeGreaterThan(0.25);
    expect(changed / (4 * all.length)).toBeLessThan(0.75);
  });

  it("take the answer of another item as a random one, where there are too many to be labels", () => {
    const many = letterTask({ labels: 12 });
    const labels = (kind: "gold" | "random") =>
      written([variant({ demonstrations: { count: 4, labels: kind } })], many).flatMap(([prompt]) =>
        shownIn(prompt!).map(([, answer]) => answer!),
      );
    const own = many.items("train").map(({ answer }) => answer);
    expect(labels("random").every((answer) => own.includes(answer))).toBe(true);
    const wrong = labels("random").filter((answer, i) => answer !== labels("gold")[i]);
    expect(wrong.length).toBeGreaterThan(20);
  });

  it("flip more than two labels round, each to the next", () => {
    const three = letterTask({ labels: 3 });
    const flipped = [variant({ demonstrations: { count: 4, labels: "flipped" } })];
    for (const [prompt] of written(flipped, three))
      for (const [input, answer] of shownIn(prompt!)) {
        const own = Number([...three.items("train")].find((item) => item.input === input)!.answer);
        expect(Number(answer)).toBe((own + 1) % 3);
      }
  });

  it("take a trigger at the question alone", () => {
    const shown = [variant({ demonstrations: { count: 1 }, trigger: "!" })];
    for (const [prompt] of written(shown)) expect(prompt).toMatch(/^\w=\d\.\w!$/);
  });
});

describe("questions that cannot be asked", () => {
  it("are left out when no demonstrations leave room for the answer, and shorter ones are looked for", () => {
    // Room for four of 4 characters each, a question of 2 and an answer of 1 with its end.
    expect(written([variant({ demonstrations: { count: 4 } })], letterTask({ context: 20 }))).toHaveLength(8);
    const tight = letterTask({ context: 19 });
    expect(() => written([variant({ demonstrations: { count: 4 } })], tight)).toThrow(
      expect.objectContaining({ name: "PromptError", problem: "nothing-fits" }),
    );
    const { items } = task;
    const long = { input: "abcdefgh", answer: "0" };
    const mixed = { ...letterTask({ context: 12 }), items: (split: "train" | "heldOut") => items(split) };
    const draw: typeof mixed.draw = (split, random) =>
      random.next() < 0.8 ? long : task.draw(split, random);
    expect(written([variant({ demonstrations: { count: 2 } })], { ...mixed, draw })).toHaveLength(8);
  });

  it("are told from those whose trigger cannot be written", () => {
    expect(() => written([variant({ trigger: "☃" })])).toThrow(InputError);
  });

  it.each([
    ["no-prompts", { compose: undefined }, {}],
    ["no-foreign-inputs", { foreignInput: undefined }, { inputs: "foreign" }],
  ] as const)("%s: said so", (problem, lacking, shown) => {
    const on = { ...task };
    for (const name of Object.keys(lacking) as (keyof typeof lacking)[]) delete on[name];
    const make = () => written([variant({ demonstrations: { count: 1, ...shown } })], on);
    expect(make).toThrow(PromptError);
    expect(make).toThrow(expect.objectContaining({ problem }));
  });

  it("have no label set to flip where there are too many answers", () => {
    const many = letterTask({ labels: 12 });
    expect(() => written([variant({ demonstrations: { count: 1, labels: "flipped" } })], many)).toThrow(
      expect.objectContaining({ problem: "no-label-set" }),
    );
  });
});
