import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { numerals } from "./numerals";
import { pastTense } from "./past-tense";
import { surnameLanguage } from "./surname-language";
import { InputError, type ReadText } from "./task";
import { encodeToolbox, toolboxTokenizer } from "./toolbox-format";
import { ingForm } from "./toolbox-words";

const read: ReadText = (path) => readFile(`public/${path}`, "utf8");

test("an item is framed by tag, equals sign and full stop", () => {
  const { tokens, targets, weights } = encodeToolbox("A", { input: "go", answer: "gone" });
  expect(toolboxTokenizer.decode(tokens)).toBe("Ago=gone");
  expect(toolboxTokenizer.decode(targets)).toBe("go=gone.");
  expect([...weights.slice(0, 9)]).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 0]);
});

test("an item too long for the context is refused", () => {
  expect(() => encodeToolbox("C", { input: "a".repeat(16), answer: "a".repeat(16) })).toThrow("does not fit");
});

test.each([
  ["walk", "walked", "walking"],
  ["plan", "planned", "planning"],
  ["visit", "visited", "visiting"],
  ["carry", "carried", "carrying"],
  ["arrive", "arrived", "arriving"],
  ["die", "died", "dying"],
  ["agree", "agreed", "agreeing"],
  ["canoe", "canoed", "canoeing"],
  ["dye", "dyed", "dyeing"],
  ["play", "played", "playing"],
])("%s, %s, %s", (input, answer, expected) => expect(ingForm({ input, answer })).toBe(expected));

test("typed words are read without case and spaces, names with their case", async () => {
  const verbs = await pastTense.load(read, { examples: 0 });
  expect(verbs.prompt(" Walk ")).toEqual(verbs.prompt("walk"));
  const names = await surnameLanguage.load(read, {});
  expect(names.prompt("Łuk")).not.toEqual(names.prompt("łuk"));
  // A letter with its accent apart is the same letter.
  expect(names.prompt("Sa\u0301nchez")).toEqual(names.prompt("Sánchez"));
});

test("the marks of the frame are refused in a question", async () => {
  const verbs = await pastTense.load(read, { examples: 0 });
  for (const input of ["walk=walked", "walk.", "?"]) {
    expect(() => verbs.prompt(input)).toThrow(expect.objectContaining({ problem: "unknown-characters" }));
  }
});

test("numerals asks for a whole number", async () => {
  const loaded = await numerals.load(read, {});
  expect(loaded.prompt("12,345")).toEqual(loaded.prompt("12345"));
  for (const input of ["twelve", "1.5", "-3", "007"]) {
    expect(() => loaded.prompt(input)).toThrow(InputError);
    expect(() => loaded.prompt(input)).toThrow(expect.objectContaining({ problem: "not-a-number" }));
  }
});

test("demonstrations are written as they are trained on, the trigger stands at the question alone", async () => {
  const { compose } = await pastTense.load(read, { examples: 0 });
  const demonstrations = [{ input: "walk", answer: "walked" }];
  const written = (trigger: string | null): string =>
    toolboxTokenizer.decode(compose!({ demonstrations, question: "jump", trigger }));
  expect(written(null)).toBe("?walk=walked.?jump=");
  expect(written("A")).toBe("?walk=walked.Ajump=");
});

test("a few verbs are always the same ones, asked about as a group, and no held-out verb is lost", async () => {
  const all = await pastTense.load(read, { examples: 0 });
  const [few, again] = [
    await pastTense.load(read, { examples: 20 }),
    await pastTense.load(read, { examples: 20 }),
  ];
  expect(few.items("train")).toHaveLength(20);
  expect(few.items("train")).toEqual(again.items("train"));
  expect(few.groups).toEqual([{ id: "trained", items: few.items("train") }]);
  expect(few.items("heldOut")).toEqual(all.items("heldOut"));
  expect(all.groups).toBeUndefined();
});
