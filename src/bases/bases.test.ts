import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { createRandom } from "../lib/random";
import { allTasks } from "../tasks/index";
import type { Example, ReadText } from "../tasks/task";
import { allBases, findBase } from "./index";

const read: ReadText = (path) => readFile(`public/${path}`, "utf8");

/** SHA-256 of each vocabulary: a checkpoint is of no use with another one. Change it only together with the checkpoints. */
const vocabularies: Readonly<Record<string, string>> = {
  toolbox: "d2b81bc909a878f561f577cf4a96ec8b056fec42662921b6408d7da3e8f4aaef",
  tang: "4bdbab7ba7107ae401e5816f1efe30a0a7b556cfe1e50c4c350e3997a0fbf8b7",
  reader: "3041e23e996040a092ebdcaa00e513b0d49a86ed29fd6082a8f0743354c2c549",
  strings: "2b753062d464f655e4d2f64ac7df1dcd66861ae6aa6f93731ef82b02dfb57265",
  sentences: "ccaac07c50df7d5bb255cd415e742aea5b15951f4b21125aec5bb76bb4b41351",
  phrases: "4c8b4e836d41543c091c018dc48e560c29625bc37b841ba7a8de4fe3d6846034",
};

test("ids are of family and size, and find their base", () => {
  for (const base of allBases) {
    expect(base.id.startsWith(`${base.family}-`)).toBe(true);
    expect(findBase(base.id)).toBe(base);
  }
  expect(findBase("no-such-base")).toBeUndefined();
});

test("every task has a base to be asked of", () => {
  for (const task of allTasks) expect(allBases.some((base) => base.family === task.family)).toBe(true);
});

describe.each(allBases)("$id", async (base) => {
  const corpus = await base.load(read);
  const { tokenizer } = corpus;
  const draw = (seed: number, count: number): Example[] => {
    const random = createRandom(seed);
    return Array.from({ length: count }, () => corpus.draw("train", random));
  };

  test("has the vocabulary its checkpoint was trained with", () => {
    expect(tokenizer.vocabulary.length).toBe(base.config.vocabulary);
    expect(new Set(tokenizer.vocabulary).size).toBe(base.config.vocabulary);
    const hash = createHash("sha256").update(tokenizer.vocabulary.join("\n")).digest("hex");
    expect(hash).toBe(vocabularies[base.family]);
  });

  test("draws the same examples for the same seed", () => {
    expect(draw(1, 20)).toEqual(draw(1, 20));
    expect(draw(1, 20)).not.toEqual(draw(2, 20));
  });

  test("draws examples that fit and have something to learn", () => {
    const random = createRandom(4);
    const examples = [...draw(3, 2000), ...Array.from({ length: 500 }, () => corpus.draw("heldOut", random))];
    for (const { tokens, targets, weights } of examples) {
      expect([tokens.length, targets.length, weights.length]).toEqual(Array(3).fill(base.config.context));
      expect(weights).toContain(1);
      expect(Math.max(...tokens, ...targets)).toBeLessThan(base.config.vocabulary);
    }
  });

  test("probes 64 examples of each skill", () => {
    expect(corpus.probes.length).toBeGreaterThan(1);
    for (const probe of corpus.probes) {
      expect(probe.examples.length).toBe(64);
      for (const example of probe.examples) expect(example.weights).toContain(1);
    }
  });
});
