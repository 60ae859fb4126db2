import { expect, it } from "vitest";
import shipped from "../../public/runs/claims/lora.json";
import { parseLessonFigures } from "./lesson-figures";

it("takes the shipped figures", () => {
  expect(Object.keys(parseLessonFigures(shipped).runs)).toContain("lora");
});

it("reads null as what is no number", () => {
  const curve = [{ step: 0, heldOutLoss: null, score: 0 }];
  const spoilt = { ...shipped, runs: { lora: { ...shipped.runs.lora, curve } } };
  expect(parseLessonFigures(spoilt).runs.lora?.curve[0]?.heldOutLoss).toBeNaN();
});

it("refuses what is no lesson", () => {
  expect(() => parseLessonFigures({ ...shipped, runs: { lora: {} } })).toThrow();
  expect(() => parseLessonFigures(null)).toThrow();
});
