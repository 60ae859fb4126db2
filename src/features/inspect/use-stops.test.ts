import { describe, expect, it, vi } from "vitest";
import { evaluation, raceInfo } from "../../state/test-trainer";
import { defaultRace } from "../../training/default-race";
import { stopOf } from "./use-stops";

vi.mock("../../state/settings", () => ({ useSettings: { getState: () => ({ backend: null }) } }));

const [ready] = raceInfo(defaultRace()).lanes;
const lane = (stoppedAt: number | null, ...evaluations: ReturnType<typeof evaluation>[]) => ({
  state: { ...ready!, stoppedAt },
  series: { steps: [], losses: [], evaluations },
});

describe("stopOf", () => {
  it("is the step at which training broke off", () => {
    expect(stopOf(lane(null, evaluation(20)))).toBeNull();
    expect(stopOf(lane(25, evaluation(20)))).toBe(25);
    expect(stopOf(lane(20, evaluation(20, Number.NaN)))).toBe(20);
    expect(stopOf({ ...lane(null), state: null })).toBeNull();
  });

  it("is none any more when sound weights were loaded since", () => {
    expect(stopOf(lane(25, evaluation(20), evaluation(25, 0.5)))).toBeNull();
  });
});
