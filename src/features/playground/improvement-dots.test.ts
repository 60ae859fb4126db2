import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { numbersOf } from "../../i18n/numbers";
import { startAllWords } from "../../i18n/test-words";
import { wordsOf } from "../../i18n/words";
import type { LaneStyle } from "../../race-view/use-lane-styles";
import { applyEvents, openedProgress, type Progress } from "../../state/race-events";
import { laneResult } from "../../state/record-results";
import { evaluation, raceInfo } from "../../state/test-trainer";
import { defaultRace } from "../../training/default-race";
import { formerDots, improvementDots } from "./improvement-dots";
import type { Wording } from "./result-words";

const probe = (exact: number) => [{ id: "plural", loss: 1 - exact, exact }];
const info = raceInfo(defaultRace());
const look = (spec: LaneStyle["spec"], i: number): LaneStyle => ({
  key: `lane ${i}`,
  name: spec.method,
  color: "red",
  dash: undefined,
  marker: "circle",
  spec,
});
const looks = info.spec.lanes.map(look);
const start = openedProgress({ ...info, base: { ...info.base, score: 0.25, probes: probe(1) } });
const moved: Progress = applyEvents(
  start,
  Array.from({ length: 9 }, (_, i) => ({
    kind: "evaluation" as const,
    lane: 1,
    evaluation: { ...evaluation(i), score: 0.25 + i / 16, probes: i === 5 ? [] : probe(1 - i / 8) },
  })),
);
const race = (progress: Progress, adaptersOff: readonly number[] = []) => ({ ...progress, adaptersOff });

let wording: Wording;
beforeAll(async () => {
  await startAllWords("en");
  const t: TFunction<["results", "playground"]> = i18next.getFixedT("en", ["results", "playground"]);
  wording = { t, numbers: numbersOf("en"), words: wordsOf(i18next) };
});

describe("improvementDots", () => {
  it("stand where a lane was evaluated last, with a short trail of where it was before", () => {
    const [dot, ...others] = improvementDots(race({ ...moved, phase: "running" }), looks, "exact", wording);
    expect(others).toEqual([]);
    expect(dot).toMatchObject({ x: 0.5, y: 1, look: "hollow" });
    expect(dot?.trail.map(({ y }) => y * 8)).toEqual([2, 3, 4, 6, 7, 8]);
  });

  it("are the base where the adapter is taken off", () => {
    const [dot] = improvementDots(race(moved, [1]), looks, "loss", wording);
    expect(dot).toMatchObject({ x: 0, y: 0, trail: [] });
  });
});

describe("formerDots", () => {
  it("leave out what the open race shows itself", () => {
    const done = race({ ...moved, phase: "done" });
    const own = laneResult(done, 1)!;
    const dots = formerDots(
      [own, { ...own, seed: 9 }, { ...own, seed: 8, lost: null }],
      done,
      "exact",
      wording,
    );
    expect(dots).toHaveLength(1);
    expect(dots[0]).toMatchObject({ x: 0.5, y: 1, look: "faint" });
    expect(dots[0]?.facts).toContain("seed 9");
  });
});
