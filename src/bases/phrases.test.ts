import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createRandom } from "../lib/random";
import { findBase } from "./index";

const { draw, probes, tokenizer } = await findBase("phrases-micro")!.load((path) =>
  readFile(`public/${path}`, "utf8"),
);
const mask = tokenizer.id("[MASK]");

test("about 15 % of the words are chosen: 80 % masked, 10 % changed, 10 % as they were", () => {
  const random = createRandom(1);
  const tally = { words: 0, chosen: 0, masked: 0, changed: 0, kept: 0 };
  for (let i = 0; i < 4000; i++) {
    const { tokens, targets, weights } = draw("train", random);
    expect(weights[0]).toBe(0);
    for (let at = 1; at < tokens.length; at++) {
      if (targets[at] === 0) continue;
      tally.words++;
      if (weights[at] === 0) expect(tokens[at]).toBe(targets[at]);
      else if (tokens[at] === mask) tally.masked++;
      else if (tokens[at] !== targets[at]) tally.changed++;
      else tally.kept++;
      tally.chosen += weights[at]!;
    }
  }
  // A little more than 15 %, because one word is always chosen.
  expect(tally.chosen / tally.words).toBeGreaterThan(0.15);
  expect(tally.chosen / tally.words).toBeLessThan(0.3);
  expect(tally.masked / tally.chosen).toBeCloseTo(0.8, 1);
  expect(tally.changed / tally.chosen).toBeCloseTo(0.1, 1);
  expect(tally.kept / tally.chosen).toBeCloseTo(0.1, 1);
});

test("a probe hides one word", () => {
  for (const { tokens, weights } of probes.flatMap((probe) => probe.examples)) {
    expect(weights.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(tokens[weights.indexOf(1)]).toBe(mask);
  }
});
