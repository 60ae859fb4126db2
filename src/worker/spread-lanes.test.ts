import { expect, it } from "vitest";
import { findBase } from "../bases/index";
import { defaultLane, defaultLanes } from "../training/default-race";
import { spreadLanes } from "./spread-lanes";

const five = defaultLanes();
const { config } = findBase("toolbox-micro")!;

it("keeps all lanes together in one worker", () => {
  expect(spreadLanes(five, 1, config)).toEqual([[0, 1, 2, 3, 4]]);
});

it("gives the worker with the full lane fewer of the others", () => {
  const groups = spreadLanes(five, 2, config);
  expect(groups[0]).toContain(0);
  expect(groups.map((lanes) => lanes.length)).toEqual([2, 3]);
  expect(groups.flat().sort()).toEqual([0, 1, 2, 3, 4]);
});

it("uses no more workers than there are lanes", () => {
  expect(spreadLanes(five, 16, config)).toHaveLength(5);
  expect(spreadLanes([defaultLane("lora")], 4, config)).toEqual([[0]]);
});
