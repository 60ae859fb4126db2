import { describe, expect, it } from "vitest";
import { defaultLane } from "../../training/default-race";
import type { LaneChange } from "./lane-change";
import { cutOf } from "./use-change-sentence";

const lane = (rank: number, singularValues: readonly number[], size = 16): LaneChange => ({
  laneStyle: {
    key: "lane 0",
    name: "LoRA",
    color: "",
    dash: undefined,
    marker: "circle",
    spec: { ...defaultLane("lora"), options: { ...defaultLane("lora").options, rank } },
  },
  change: { rows: size, columns: size, singularValues, norm: 1, baseNorm: 1 },
});

describe("cutOf", () => {
  it("is the rank that held a lane back", () => {
    expect(cutOf([lane(4, [1, 1, 1, 1, 0])])).toEqual({ name: "LoRA", rank: 4 });
  });

  it("is none where the rank is as large as the matrix, was passed, or nothing was changed", () => {
    expect(cutOf([lane(16, [1, 1])])).toBeNull();
    expect(cutOf([lane(32, [1, 1])])).toBeNull();
    expect(cutOf([lane(1, [1, 1])])).toBeNull();
    expect(cutOf([lane(4, [0])])).toBeNull();
  });
});
