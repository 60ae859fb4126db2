import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agrees, ourLine, ourNumber, type PublishedCounts, wrongReasons } from "./published";

const file = new URL("../../public/data/published-counts.json", import.meta.url);
const { counts, printedLines, wrong }: PublishedCounts = JSON.parse(readFileSync(file, "utf8"));

describe("published counts", () => {
  test.each(counts.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
    const ours = ourNumber(entry);
    if (typeof entry.published === "number") expect(ours).toBe(entry.published);
    else expect(agrees(ours, entry.published, entry.kind), `${ours} for ${entry.published}`).toBe(true);
  });
});

describe("printed lines", () => {
  test.each(printedLines.map((line) => [line.id, line] as const))("%s", (_, line) => {
    const { trainable, all } = ourLine(line);
    expect({ trainable, all: line.all === null ? null : all }).toEqual({
      trainable: line.trainable,
      all: line.all,
    });
  });
});

describe("wrong counts", () => {
  test.each(wrong.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
    const ours = ourNumber(entry);
    expect(agrees(ours, entry.correct, "round"), `${ours} for ${entry.correct}`).toBe(true);
    for (const kind of ["round", "truncated"] as const)
      expect(agrees(ours, entry.published, kind), entry.published.toString()).toBe(false);
    expect(wrongReasons).toContain(entry.reason);
  });
});

test("a number agrees with printed digits only where it prints so", () => {
  expect(agrees(786_432, "0.8M", "round")).toBe(true);
  expect(agrees(749_999, "0.8M", "round")).toBe(false);
  expect(agrees(18_874_368, "18.8M", "truncated")).toBe(true);
  expect(agrees(18_874_368, "18.8M", "round")).toBe(false);
  expect(agrees(0.004268, "0.427%", "round")).toBe(true);
});
