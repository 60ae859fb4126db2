import { expect, test } from "vitest";
import { countVotes } from "./count-votes";

test("most votes first, of equally many the earliest; samples without an answer never win", () => {
  expect(countVotes(["", "3", "", "7", "3", "", "7"])).toEqual([
    { answer: "3", count: 2 },
    { answer: "7", count: 2 },
    { answer: "", count: 3 },
  ]);
});
