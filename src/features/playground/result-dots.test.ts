import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { numbersOf } from "../../i18n/numbers";
import { startAllWords } from "../../i18n/test-words";
import { wordsOf } from "../../i18n/words";
import { singly } from "../../state/compare-results";
import { laneRun } from "../../state/test-results";
import { inPart, resultDots } from "./result-dots";
import type { Wording } from "./result-words";

let wording: Wording;
beforeAll(async () => {
  await startAllWords("en");
  const t: TFunction<["results", "playground"]> = i18next.getFixedT("en", ["results", "playground"]);
  wording = { t, numbers: numbersOf("en"), words: wordsOf(i18next) };
});

describe("the top of the score axis", () => {
  const kept = () => singly([laneRun("lora", { score: 0.6 }), laneRun("bitfit", { score: 0.1 })]);

  it("holds a lane on its way that is above every kept run", () => {
    const dots = resultDots(kept(), [laneRun("full", { score: 0.95, step: 120 })], wording);
    const { every, all, range } = inPart(dots, "top");
    expect(range[1]).toBeGreaterThanOrEqual(0.95);
    expect(all.map(({ y }) => y)).toEqual([0.95]);
    expect(every).toHaveLength(3);
  });

  it("leaves out what is far below the best, and nothing where the whole axis is shown", () => {
    const dots = resultDots(kept(), [], wording);
    expect(inPart(dots, "top").all.map(({ y }) => y)).toEqual([0.6]);
    expect(inPart(dots, "whole").all).toHaveLength(2);
  });
});
