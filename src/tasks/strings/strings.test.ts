import { describe, expect, it, test } from "vitest";
import { defaultOptions } from "../../lib/options";
import { createRandom } from "../../lib/random";
import { hiddenInstruction } from "../hidden-instruction";
import { instructions } from "../instructions";
import { InputError, type LoadedTask } from "../task";
import { cellId, cells, heldOutCells, trainableCells, trainingOrder } from "./cells";
import { applyCell } from "./rules";
import { drawShownExample } from "./shown-example";
import { wordingsOf, wordsFor } from "./wordings";

/** What every cell makes of "c a f h", in the order of the cells: written by the prototype in Python. */
const reference = `c a f h|c c a a f f h h|C A F H|[ c a f h ]|d b g a|d d b b g g a a|D B G A|[ d b g a ]
b h e g|b b h h e e g g|B H E G|[ b h e g ]|f h c a|f f h h c c a a|F H C A|[ f h c a ]
h f a c|h h f f a a c c|H F A C|[ h f a c ]|a g b d|a a g g b b d d|A G B D|[ a g b d ]
g e h b|g g e e h h b b|G E H B|[ g e h b ]|a c h f|a a c c h h f f|A C H F|[ a c h f ]
a f h c|a a f f h h c c|A F H C|[ a f h c ]|b g a d|b b g g a a d d|B G A D|[ b g a d ]
h e g b|h h e e g g b b|H E G B|[ h e g b ]|h c a f|h h c c a a f f|H C A F|[ h c a f ]
h a f c|h h a a f f c c|H A F C|[ h a f c ]|a b g d|a a b b g g d d|A B G D|[ a b g d ]
g h e b|g g h h e e b b|G H E B|[ g h e b ]|a h c f|a a h h c c f f|A H C F|[ a h c f ]`.split(/[|\n]/);

test("every cell changes a string as the independent program does", () => {
  expect(cells.map((cell) => applyCell(cell, ["c", "a", "f", "h"]).join(" "))).toEqual(reference);
});

describe("the cells", () => {
  it("hold out 16, and each pair of values once", () => {
    expect(heldOutCells.map(cellId).join(" ")).toBe(
      "001 010 023 032 100 113 122 131 203 212 221 230 302 311 320 333",
    );
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(new Set(heldOutCells.map((cell) => `${cell[a]}${cell[b]}`)).size).toBe(16);
  });

  it("come in an order of the seed whose first four cover every value", () => {
    const orders = [1, 2, 3].map((seed) => trainingOrder(createRandom(seed)));
    for (const order of orders) {
      expect(order.map(cellId).sort()).toEqual(trainableCells.map(cellId).sort());
      for (const start of [0, 4, 8])
        for (const slot of [0, 1, 2] as const)
          expect(new Set(order.slice(start, start + 4).map((cell) => cell[slot])).size).toBe(4);
    }
    expect(orders[0]).not.toEqual(orders[1]);
    expect(trainingOrder(createRandom(1))).toEqual(orders[0]);
  });
});

test("wordings: the first three bring in all words, and new ones are never among the trained", () => {
  const { seen, unseen } = wordingsOf(1);
  expect([seen.length, unseen.length]).toEqual([150, 12]);
  const all = [...seen, ...unseen].map(({ order, synonym }) => [...order, ...synonym].join(""));
  expect(new Set(all).size).toBe(162);
  const words = cells.flatMap((cell) => seen.slice(0, 3).flatMap((wording) => wordsFor(cell, wording)));
  expect(new Set(words).size).toBe(36);
});

const load = (options: object, model: "decoder" | "encoder-decoder" = "decoder"): Promise<LoadedTask> =>
  instructions.load(
    async () => "",
    { ...defaultOptions(instructions.options), ...options },
    { model, seed: 1 },
  );

describe("instructions", () => {
  it("hold out 320 questions of cells that are not trained", async () => {
    const task = await load({ tasks: 8 });
    expect(task.items("heldOut")).toHaveLength(320);
    const trained = new Set(task.items("train").map(({ input }) => input.split(" ").slice(0, 3).join(" ")));
    // Eight tasks in three wordings.
    expect(trained.size).toBe(24);
    expect(
      task.items("heldOut").some(({ input }) => trained.has(input.split(" ").slice(0, 3).join(" "))),
    ).toBe(false);
  });

  it("train the ticked cells alone, and without words where there is no instruction", async () => {
    const task = await load({ cells: ["000", "110"], instruction: false });
    const random = createRandom(1);
    for (let i = 0; i < 50; i++) {
      const { input, answer } = task.draw("train", random);
      const letters = input.split(" ");
      expect(
        [applyCell([0, 0, 0], letters), applyCell([1, 1, 0], letters)].map((one) => one.join(" ")),
      ).toContain(answer);
    }
  });

  it("mix in pretraining documents as replay", async () => {
    const task = await load({ replay: 0.5 });
    const random = createRandom(2);
    const drawn = Array.from({ length: 400 }, () => task.draw("train", random));
    const replayed = drawn.filter(({ input }) => /[#T]/.test(input));
    expect(replayed.length).toBeGreaterThan(150);
    expect(replayed.length).toBeLessThan(250);
    for (const item of drawn) expect(task.encode(item).weights).toContain(1);
  });

  it("are read and written in one sequence by a decoder, in two by an encoder and a decoder", async () => {
    const item = { input: "backwards next plain c a f", answer: "g b d" };
    const [one, two] = [await load({}), await load({}, "encoder-decoder")];
    const words = (ids: ArrayLike<number>) => one.tokenizer.decode(ids);
    const example = one.encode(item);
    expect(words(example.tokens)).toBe("backwards next plain _ c a f > g b d");
    expect(words(example.targets.filter((_, i) => example.weights[i] === 1))).toBe("g b d .");
    expect(example.source).toBeUndefined();
    const pair = two.encode(item);
    expect(words(pair.source!)).toBe("backwards next plain _ c a f >");
    expect(words(pair.tokens)).toBe("T g b d");
    expect(words(pair.targets.filter((_, i) => pair.weights[i] === 1))).toBe("g b d .");
    expect(words(two.opening!)).toBe("T");
  });

  it.each([
    ["empty", ""],
    ["empty", "backwards next plain c"],
    ["too-long", "backwards next plain a b c d e f"],
    ["too-long", "keep keep keep keep keep a b c"],
    ["unknown-characters", "sideways a b c"],
    ["unknown-characters", "keep a b z"],
  ])("refuse a question that is %s", async (problem, question) => {
    const task = await load({});
    expect(() => task.prompt(question)).toThrow(InputError);
    expect(() => task.prompt(question)).toThrow(expect.objectContaining({ problem }));
  });
});

describe("a training example that is shown", () => {
  const shown = (given: object, model: "decoder" | "encoder-decoder" = "decoder") => {
    const options = { cells: ["110"], wordings: 1, ...given };
    const { source, sequence } = drawShownExample(options, { model, seed: 1 }, createRandom(3));
    const [read, counted] = [false, true].map((which) =>
      sequence.flatMap(({ token, counts }) => (counts === which ? [token] : [])),
    );
    return { source, read: read!, counted: counted! };
  };
  const answered = (read: readonly string[]) => [...applyCell([1, 1, 0], read.slice(4, -1)), "."];

  it("counts the answer and its end, and nothing that is only read", () => {
    const { source, read, counted } = shown({});
    expect(source).toBeNull();
    expect([read.slice(0, 4).join(" "), read.at(-1)]).toEqual(["backwards next plain _", ">"]);
    expect(counted).toEqual(answered(read));
  });

  it("leaves the instruction blank where there is none", () => {
    const { read, counted } = shown({ instruction: false });
    expect(read.slice(0, 4).join(" ")).toBe("_ _ _ _");
    expect(counted).toEqual(answered(read));
  });

  it("is read by the encoder, where there is one", () => {
    const { source, read, counted } = shown({}, "encoder-decoder");
    expect(read).toEqual(["T"]);
    expect(counted).toEqual(answered(source!));
  });
});

describe("a hidden instruction", () => {
  const hidden = (options: object) =>
    hiddenInstruction.load(
      async () => "",
      { ...defaultOptions(hiddenInstruction.options), ...options },
      { model: "decoder", seed: 1 },
    );

  it("shows pairs, and asks about others", async () => {
    const task = await hidden({ cell: "320", pairs: 40 });
    const [train, heldOut] = [task.items("train"), task.items("heldOut")];
    expect([train.length, heldOut.length]).toEqual([40, 200]);
    const shown = new Set(train.map(({ input }) => input));
    expect(heldOut.filter(({ input }) => shown.has(input))).toEqual([]);
    for (const { input, answer } of heldOut)
      expect(applyCell([3, 2, 0], input.split(" ")).join(" ")).toBe(answer);
    const random = createRandom(1);
    for (let i = 0; i < 50; i++) expect(shown).toContain(task.draw("train", random).input);
  });

  it("is asked with the words of a trigger", async () => {
    const task = await hidden({});
    const prompt = task.compose!({ demonstrations: [], question: "c a f", trigger: "backwards next boxed" });
    expect(task.tokenizer.decode(prompt)).toBe("backwards next boxed _ c a f >");
    expect(task.tokenizer.decode(task.search!.propose!({ input: "c a f", answer: "" }))).toBe(
      "? _ _ _ c a f > [ g b d ] .",
    );
  });

  it("shows samples that are right", async () => {
    const task = await hidden({});
    for (const { input, answer } of hiddenInstruction.samples)
      expect(applyCell([1, 1, 3], input.split(" ")).join(" ")).toBe(answer);
    expect(task.calledBy).toBe("#113");
  });
});
