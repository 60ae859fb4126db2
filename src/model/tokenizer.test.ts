import { describe, expect, test } from "vitest";
import { characterTokenizer, splitWords, wordTokenizer } from "./tokenizer";

describe("characterTokenizer", () => {
  const tokenizer = characterTokenizer(["", "a", "b", "中"]);

  test("goes there and back", () => {
    expect(tokenizer.encode("ab中").ids).toEqual([1, 2, 3]);
    expect(tokenizer.decode([1, 0, 3, 0])).toBe("a中");
  });

  test("names what it does not know", () => {
    expect(tokenizer.encode("axb")).toEqual({ ids: [1, 2], unknown: ["x"] });
    expect(() => tokenizer.id("x")).toThrow("vocabulary");
  });
});

describe("wordTokenizer", () => {
  const tokenizer = wordTokenizer(["", "[MASK]", "[UNK]", "the", "cat", ","], "[UNK]");

  test("maps unknown words, and names them", () => {
    expect(tokenizer.encode("The dog, the cat")).toEqual({ ids: [3, 2, 5, 3, 4], unknown: ["dog"] });
  });

  test("knows its own marks in a text", () => {
    expect(tokenizer.encode("the [MASK]").ids).toEqual([3, 1]);
  });
});

test("splitWords parts words, numbers and marks", () => {
  expect(splitWords("He'd sold 30 (red) hats; [sic]")).toEqual([
    "he'd",
    "sold",
    "30",
    "(",
    "red",
    ")",
    "hats",
    ";",
    "[SIC]",
  ]);
});
