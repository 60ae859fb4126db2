import { readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { findTask } from "../index";
import { loadPairCheck } from "./load-check";
import { asOwnTask, type OwnTaskId, ownTaskIds } from "./own-task-ids";
import { ownDataFolder } from "./place";
import { splitPairs } from "./split-pairs";

const pairs = {
  "own-letters": [..."abcdefghij"].map((letter) => ({ input: letter, answer: `un${letter}` })),
  "own-characters": [..."明月春风青山流水白云"].map((one) => ({ input: one, answer: one + one })),
  "own-labels": [..."abcdefghij"].map((word, i) => ({
    input: `the ${word}`,
    answer: i % 2 ? "odd" : "even",
  })),
};

const reader = (id: OwnTaskId) => async (path: string) =>
  path === `${ownDataFolder}0123456789abcdef`
    ? pairs[id].map(({ input, answer }) => `${input}\t${answer}\n`).join("")
    : readFile(`public/${path}`, "utf8");

describe.each(ownTaskIds)("%s", (id) => {
  const load = () => findTask(id)!.load(reader(id), { data: "0123456789abcdef" });

  it("holds out a fifth of the pairs, and encodes what it asks", async () => {
    const task = await load();
    expect(task.items("heldOut")).toHaveLength(2);
    expect([...task.items("train"), ...task.items("heldOut")].sort(byInput)).toEqual(
      [...pairs[id]].sort(byInput),
    );
    for (const item of pairs[id]) {
      const { tokens, targets, weights } = task.encode(item);
      const from = weights.indexOf(1);
      if (task.classes.length > 0) expect(task.classes[targets[0]!]).toBe(item.answer);
      else {
        const answer = targets.slice(from, weights.lastIndexOf(1));
        expect(task.tokenizer.decode(answer)).toBe(item.answer);
        expect(targets[weights.lastIndexOf(1)]).toBe(task.end);
        expect(task.prompt(item.input)).toEqual(tokens.slice(0, from + 1));
      }
      expect(task.score(item.answer, item)).toBe(1);
    }
    expect(() => task.prompt(" ")).toThrow("empty");
  });

  it("shows samples that fit", async () => {
    const check = await loadPairCheck(id, reader(id));
    for (const sample of findTask(id)!.samples) expect(check.problemOf(sample)).toBe(null);
  });
});

const byInput = (a: { input: string }, b: { input: string }): number => (a.input < b.input ? -1 : 1);

test("own tasks are told from ours", () => {
  expect([asOwnTask("own-labels"), asOwnTask("numerals")]).toEqual(["own-labels", undefined]);
});

describe("check of pairs", () => {
  it("names the characters that letters lack, and the marks that would end a question", async () => {
    const check = await loadPairCheck("own-letters", reader("own-letters"));
    const pair = { input: "new york=", answer: "NY." };
    expect(check.problemOf(pair)).toEqual({ kind: "unknown", pieces: ["=", ".", " "] });
    expect(check.withoutUnknown(pair)).toEqual({ input: "newyork", answer: "NY" });
    expect(check.problemOf({ input: "a", answer: "" })).toEqual({ kind: "empty" });
  });

  it("takes the longest pair that can be encoded, and no longer one", async () => {
    for (const id of ["own-letters", "own-characters"] as const) {
      const check = await loadPairCheck(id, reader(id));
      const task = await findTask(id)!.load(reader(id), { data: "0123456789abcdef" });
      const letter = pairs[id][0]!.input;
      const fitting = { input: letter.repeat(check.most - 1), answer: letter };
      const tooLong = { input: letter.repeat(check.most), answer: letter };
      expect(check.problemOf(fitting)).toBe(null);
      expect(task.encode(fitting).weights).toContain(1);
      expect(check.problemOf(tooLong)).toEqual({ kind: "too-long" });
      expect(() => task.encode(tooLong)).toThrow("does not fit");
    }
  });

  it("lets a labelled text have some unknown words, not most", async () => {
    const check = await loadPairCheck("own-labels", reader("own-labels"));
    expect(check.problemOf({ input: "the zzyzx is here", answer: "x" })).toBe(null);
    expect(check.problemOf({ input: "zzyzx qqq the", answer: "x" })?.kind).toBe("unknown");
    expect(check.problemOf({ input: "the ".repeat(check.most), answer: "x" })).toBe(null);
    expect(check.problemOf({ input: "the ".repeat(check.most + 1), answer: "x" })?.kind).toBe("too-long");
  });
});

describe("split of pairs", () => {
  it("does not depend on their order, and keeps every class on both sides", () => {
    const { train, heldOut } = splitPairs(pairs["own-labels"], true);
    expect(new Set(heldOut.map(({ answer }) => answer))).toEqual(new Set(["odd", "even"]));
    expect(new Set(train.map(({ answer }) => answer))).toEqual(new Set(["odd", "even"]));
    const reversed = splitPairs(pairs["own-labels"].toReversed(), true);
    expect(new Set(reversed.heldOut)).toEqual(new Set(heldOut));
    expect(splitPairs(pairs["own-letters"].slice(0, 3), false).heldOut).toHaveLength(1);
  });
});
