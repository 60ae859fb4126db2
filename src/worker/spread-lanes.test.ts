import { expect, it } from "vitest";
import type { LaneSpec } from "../training/race-spec";
import { spreadLanes } from "./spread-lanes";

const lane = (method: string): LaneSpec => ({ method, options: {}, learningRate: 0.1 });
const five = ["full", "adapter", "prefix-tuning", "p-tuning", "lora"].map(lane);

it("keeps all lanes together in one worker", () => {
  expect(spreadLanes(five, 1)).toEqual([[0, 1, 2, 3, 4]]);
});

it("gives the worker with the full lane fewer of the others", () => {
  expect(spreadLanes(five, 2)).toEqual([
    [0, 3],
    [1, 2, 4],
  ]);
});

it("uses no more workers than there are lanes", () => {
  expect(spreadLanes(five, 16)).toEqual([[0], [1], [2], [3], [4]]);
  expect(spreadLanes([lane("lora")], 4)).toEqual([[0]]);
});
