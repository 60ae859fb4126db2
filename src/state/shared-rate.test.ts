import { describe, expect, it } from "vitest";
import { defaultLane } from "../training/default-race";
import { type LaneSpec, withRate } from "../training/race-spec";
import { ownRate as ownRateOn, sharedRate as sharedRateOn } from "./shared-rate";

const base = "toolbox-micro";
const ownRate = (lane: LaneSpec) => ownRateOn(lane, base);
const sharedRate = (lanes: readonly LaneSpec[], step: number) => sharedRateOn(lanes, base, step);

const full = defaultLane("full", base);
const adapter = defaultLane("adapter", base);
const lora = defaultLane("lora", base);
const at = (rate: number, lane: LaneSpec) => withRate(lane, 0, rate);

describe("sharedRate", () => {
  it("says nothing of methods at their own rates, also where these are alike", () => {
    expect(sharedRate([full, adapter, lora], 0)).toBeNull();
    expect(sharedRate([at(ownRate(lora), lora), lora], 0)).toBeNull();
    expect(sharedRate([lora, { ...lora, options: { ...lora.options, rank: 8 } }], 0)).toBeNull();
  });

  it("finds one rate for all, also when it is one method's own", () => {
    expect(
      sharedRate(
        [full, adapter, lora].map((lane) => at(0.5, lane)),
        0,
      ),
    ).toBe(0.5);
    expect(sharedRate([full, at(ownRate(full), lora)], 0)).toBe(ownRate(full));
  });

  it("finds several lanes moved to one rate beside others", () => {
    expect(sharedRate([full, at(0.5, adapter), at(0.5, lora)], 0)).toBe(0.5);
    expect(sharedRate([full, adapter, at(0.5, lora)], 0)).toBeNull();
  });

  it("lets the rates of one method be compared", () => {
    expect(sharedRate([at(0.5, lora), at(0.5, lora)], 0)).toBeNull();
    expect(sharedRate([full, at(0.5, lora), at(0.5, lora)], 0)).toBeNull();
  });

  it("hears of rates that change on the way", () => {
    const changed = [full, adapter, lora].map((lane) => withRate(lane, 10, 0.5));
    expect(sharedRate(changed, 5)).toBeNull();
    expect(sharedRate(changed, 10)).toBe(0.5);
  });
});
