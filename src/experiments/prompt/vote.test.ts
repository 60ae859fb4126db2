import { describe, expect, it, test } from "vitest";
import { chanceOf, countVotes, vote } from "./vote";

describe("vote", () => {
  it.each([
    [["a", "b", "b"], "b"],
    [["b", "a", "a", "b"], "b"],
    [["c", "a", "b", "a", "b"], "a"],
    [["x"], "x"],
    [[], ""],
  ])("%j: %s", (answers, winner) => expect(vote(answers)).toBe(winner));
});

describe("chance", () => {
  it("is 1/k for classes that are asked equally often, and the share of the commonest one otherwise", () => {
    expect(chanceOf(["a", "b", "c", "a", "b", "c"])).toBeCloseTo(1 / 3);
    expect(chanceOf(["a", "b", "a", "a"])).toBe(0.75);
    expect(chanceOf(["walked", "tried", "jumped", "stopped"])).toBe(0.25);
  });
});

test("most votes first, of equally many the earliest; samples without an answer never win", () => {
  expect(countVotes(["", "3", "", "7", "3", "", "7"])).toEqual([
    { answer: "3", count: 2 },
    { answer: "7", count: 2 },
    { answer: "", count: 3 },
  ]);
});
