import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createRandom } from "../lib/random";
import { couplet } from "../tasks/couplet";
import { ingFormTask } from "../tasks/ing-form";
import { numerals } from "../tasks/numerals";
import { partOfSpeech } from "../tasks/part-of-speech";
import { pastTense } from "../tasks/past-tense";
import { sentiment } from "../tasks/sentiment";
import { surnameLanguage } from "../tasks/surname-language";
import { linesOf } from "../tasks/tang-poems";
import type { Item, ReadText, Task } from "../tasks/task";
import { tonePattern } from "../tasks/tone-pattern";
import { findBase } from "./index";

// What a task holds out, pretraining must never have shown to the base: else held-out scores mean nothing.

const read: ReadText = (path) => readFile(`public/${path}`, "utf8");

/** Texts of many pretraining examples as they were before any masking. */
async function pretrainingTexts(id: string, count: number): Promise<Set<string>> {
  const { draw, tokenizer } = await findBase(id)!.load(read);
  const random = createRandom("held-out test");
  const isEncoder = findBase(id)!.config.kind === "encoder";
  return new Set(
    Array.from({ length: count }, () => {
      const { tokens, targets } = draw("train", random);
      return tokenizer.decode(isEncoder ? targets : [tokens[0]!, ...targets]);
    }),
  );
}

async function heldOut(task: Task): Promise<readonly Item[]> {
  return (await task.load(read, {})).items("heldOut");
}

test("toolbox", async () => {
  const texts = await pretrainingTexts("toolbox-micro", 60_000);
  // "pool" reversed may spell a held-out word; what is learned there is to reverse, not the word.
  const seen = new Set(
    [...texts].flatMap((text) => /^(.)(.+)=(.+)\.$/.exec(text)!.slice(2, text[0] === "D" ? 3 : 4)),
  );
  const items = (await Promise.all([pastTense, ingFormTask, numerals, surnameLanguage].map(heldOut))).flat();
  expect(seen.size).toBeGreaterThan(10_000);
  // The answers of surnames are languages, which are no secret; short answers such as "a" come up by chance.
  const secrets = items.flatMap(({ input, answer }) => (/^[A-Z]/.test(answer) ? [input] : [input, answer]));
  expect(secrets.filter((secret) => secret.length > 3 && seen.has(secret))).toEqual([]);
});

test("tang", async () => {
  const texts = await pretrainingTexts("tang-micro", 60_000);
  const seen = new Set([...texts].flatMap((text) => linesOf(text.slice(1))));
  expect(seen.size).toBeGreaterThan(10_000);
  const items = [...(await heldOut(couplet)), ...(await heldOut(tonePattern))];
  expect(items.filter((item) => seen.has(item.input) || seen.has(item.answer))).toEqual([]);
});

test("phrases", async () => {
  const seen = await pretrainingTexts("phrases-micro", 60_000);
  expect(seen.size).toBeGreaterThan(10_000);
  const { tokenizer } = await findBase("phrases-micro")!.load(read);
  const items = [...(await heldOut(sentiment)), ...(await heldOut(partOfSpeech))];
  const asRead = (item: Item): string => `[CLS] ${tokenizer.decode(tokenizer.encode(item.input).ids)}`;
  expect(items.filter((item) => seen.has(asRead(item)))).toEqual([]);
});
