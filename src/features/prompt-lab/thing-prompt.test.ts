import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { things } from "../../tasks/reader/things";
import {
  attributeOf,
  otherLabel,
  randomDemonstrations,
  readThings,
  relabeled,
  writeThings,
} from "./thing-prompt";

test("any text is read as demonstrations and a question, and written back word for word", () => {
  const word = constantFrom("whale", "key", "ant", "animal", "big", "a", "warm", "=", "unicorn");
  assert(
    property(array(word), (words) => {
      expect(writeThings(readThings(words.join(" ")))).toBe(words.join(" "));
    }),
  );
});

test("a thing takes the token after it for its label; a thing at the end is the question", () => {
  expect(readThings("whale animal key ant")).toEqual({
    demonstrations: [
      { thing: "whale", label: "animal" },
      { thing: "key", label: "" },
    ],
    question: "ant",
  });
  expect(readThings("animal whale big").demonstrations[0]).toEqual({ thing: "", label: "animal" });
  expect(readThings("whale animal").question).toBe("");
});

test("a press changes a label to the other one of its pair, or to the next one in the prompt", () => {
  const letters = readThings("whale a key b ant a").demonstrations;
  expect(["big", "object", "a", "b"].map((label) => otherLabel(label, letters))).toEqual([
    "small",
    "animal",
    "b",
    "a",
  ]);
  expect(otherLabel("", letters)).toBe("a");
  expect(otherLabel("", [])).toBe("animal");
});

test("labels are done again for all: right by kind and size, flipped, random, none", () => {
  const { demonstrations } = readThings("whale object key animal");
  const labels = (how: Parameters<typeof relabeled>[1]) =>
    relabeled(demonstrations, how, 1).map(({ label }) => label);
  expect(labels("kind")).toEqual(["animal", "object"]);
  expect(labels("size")).toEqual(["big", "small"]);
  expect(labels("flipped")).toEqual(["animal", "object"]);
  expect(labels("absent")).toEqual(["", ""]);
  expect(labels("random").every((label) => label === "animal" || label === "object")).toBe(true);
});

test("random demonstrations are right, all different, and never of the thing that is asked for", () => {
  const prompt = readThings("whale big ant");
  const attribute = attributeOf(prompt.demonstrations);
  const drawn = randomDemonstrations(47, prompt, attribute, 3);
  expect(attribute).toBe("size");
  expect(new Set(drawn.map(({ thing }) => thing)).size).toBe(47);
  for (const { thing, label } of drawn)
    expect([thing, things.find(({ name }) => name === thing)?.attributes.size]).toEqual([thing, label]);
  expect(drawn.some(({ thing }) => thing === "ant")).toBe(false);
});
