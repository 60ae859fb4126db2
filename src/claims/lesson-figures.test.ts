import { expect, it } from "vitest";
import shipped from "../../public/runs/claims/lora.json";
import { promptFigures, raceFigures } from "./figures";
import { parseLessonFigures } from "./lesson-figures";
import { promptOfRuns } from "./prompt-of-runs";

it("takes the shipped figures", () => {
  expect(Object.keys(parseLessonFigures(shipped).runs)).toContain("lora");
});

it("reads null as NaN", () => {
  const curve = [{ step: 0, heldOutLoss: null, score: 0 }];
  const spoilt = { ...shipped, runs: { lora: { ...shipped.runs.lora, curve } } };
  expect(raceFigures(parseLessonFigures(spoilt), "lora")?.curve[0]?.heldOutLoss).toBeNaN();
});

const figure = { mean: 0.5, sd: 0.1 };
const prompt = {
  kind: "prompt",
  spec: promptOfRuns([
    { kind: "prompt", base: "toolbox-micro", task: "past-tense", variant: { trigger: "A" } },
  ]),
  seeds: [1, 2, 3],
  seedOf: "sampling",
  made: { date: "2026-11-29", backend: "wasm" },
  measures: { accuracy: figure, low: figure, high: figure, chance: figure, tokens: figure },
  total: 110_272,
  questions: 200,
  accuracies: [0.5, 0.4, 0.6],
  prompt: "Awalk=",
};

it("takes figures of prompts beside those of lanes, which say no kind and no seeds of their own", () => {
  const figures = parseLessonFigures({ ...shipped, runs: { ...shipped.runs, prompt } });
  expect(promptFigures(figures, "prompt")).toEqual(prompt);
  expect(raceFigures(figures, "prompt")).toBeUndefined();
  expect(figures.runs.lora).not.toHaveProperty("kind");
  expect(figures.runs.lora).not.toHaveProperty("seedOf");
});

it.each([
  ["a measure that is missing", { measures: { ...prompt.measures, chance: undefined } }],
  [
    "two variants",
    { spec: { ...prompt.spec, variants: [...prompt.spec.variants, ...prompt.spec.variants] } },
  ],
  ["seeds of nothing", { seedOf: "luck" }],
  ["the kind of a lane", { kind: "race" }],
])("refuses figures of prompts with %s", (_, change) => {
  expect(() => parseLessonFigures({ ...shipped, runs: { prompt: { ...prompt, ...change } } })).toThrow();
});

it("refuses what is no lesson", () => {
  expect(() => parseLessonFigures({ ...shipped, runs: { lora: {} } })).toThrow();
  expect(() => parseLessonFigures(null)).toThrow();
});
