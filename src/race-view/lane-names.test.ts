import i18next from "i18next";
import { beforeAll, expect, it } from "vitest";
import { startAllWords } from "../i18n/test-words";
import { type Words, wordsOf } from "../i18n/words";
import { defaultLane } from "../training/default-race";
import { laneNames, laneSettings } from "./lane-names";

let words: Words;
beforeAll(async () => {
  await startAllWords("en");
  words = wordsOf(i18next);
});

const lora = defaultLane("lora");
const ranked = (rank: number) => ({ ...lora, options: { ...lora.options, rank } });

it("calls a lane by its method", () => {
  expect(laneNames([defaultLane("full"), lora], words, "rate")).toEqual(["full", "LoRA"]);
});

it("tells lanes of one method apart by the first option that differs, then by the rate, then by counting", () => {
  expect(laneNames([ranked(2), defaultLane("full"), ranked(8)], words, "rate")).toEqual([
    "LoRA r = 2",
    "full",
    "LoRA r = 8",
  ]);
  expect(laneNames([lora, { ...lora, learningRate: 0.5 }], words, "rate")).toEqual([
    `LoRA rate ${lora.learningRate}`,
    "LoRA rate 0.5",
  ]);
  expect(laneNames([lora, lora], words, "rate")).toEqual(["LoRA 1", "LoRA 2"]);
});

it("never gives two lanes one name", () => {
  const lanes = [ranked(2), ranked(2), ranked(8), { ...ranked(8), learningRate: 0.5 }, ranked(2), lora];
  expect(new Set(laneNames(lanes, words, "rate")).size).toBe(lanes.length);
});

it("writes the first option, what is not as usual, and the rate", () => {
  const targets = { ...lora, options: { ...lora.options, targets: ["attention.query", "mlp.down"] } };
  expect(laneSettings(targets, words, "rate")).toBe(`r = 4 · query + MLP down · rate ${lora.learningRate}`);
  const changed = [0.02, 0.01, 0.005].map((learningRate, i) => ({ step: i + 1, learningRate }));
  const rated = (count: number) => ({ ...defaultLane("full"), rateChanges: changed.slice(0, count) });
  const { learningRate } = defaultLane("full");
  expect(laneSettings(rated(1), words, "rate")).toBe(`rate ${learningRate} → 0.02`);
  expect(laneSettings(rated(3), words, "rate")).toBe(`rate ${learningRate} → … → 0.005`);
  expect(laneSettings(defaultLane("full"), words, "rate")).toBe(`rate ${defaultLane("full").learningRate}`);
});

it("tells lanes of one method apart by what they are trained on", () => {
  const full = defaultLane("full");
  const on = (options: Record<string, number | boolean>) => ({
    ...full,
    task: { id: "instructions" as const, options },
  });
  expect(laneNames([on({ tasks: 4 }), on({ tasks: 48 })], words, "rate")).toEqual(["4 tasks", "48 tasks"]);
  expect(laneNames([on({ tasks: 8, instruction: false }), on({ tasks: 8 })], words, "rate")).toEqual([
    "no instruction",
    "with instruction",
  ]);
});
