import { describe, expect, it } from "vitest";
import { findTask } from "../tasks/index";
import { defaultLane, defaultRace } from "../training/default-race";
import { raceSchema } from "../training/race-schema";
import type { RaceSpec } from "../training/race-spec";
import { chooseBase, chooseTask } from "./draft";
import { readLink, writeLink } from "./link";

const full = defaultLane("full", "strings-micro");
const spec: RaceSpec = {
  ...defaultRace(findTask("instructions")),
  lanes: [
    full,
    { ...full, task: { id: "instructions", options: { tasks: 8 } } },
    {
      ...full,
      task: { id: "instructions", options: { cells: ["000", "110"], instruction: false, replay: 0.3 } },
    },
    { ...full, task: { id: "hidden-instruction" } },
  ],
};

describe("lanes that differ in data", () => {
  it("come back from a link and from a file as they were", () => {
    expect(writeLink(spec)).toContain(
      "full,full(task=instructions;task.tasks=8),full(task=instructions;task.cells=000+110;task.instruction=false;task.replay=0.3),full(task=hidden-instruction)",
    );
    expect(readLink(writeLink(spec))).toEqual({ spec, issues: [] });
    expect(raceSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  });

  it.each([
    ["full(task=telepathy)", "unknown"],
    ["full(task=numerals)", "misfit"],
    ["full(task=instructions;task.tasks=99)", "out-of-range"],
    ["full(task=instructions;task.colour=1)", "unknown"],
    ["full(task.tasks=8)", "unknown"],
  ])("%s is named as %s, and the lane kept", (lane, reason) => {
    const { spec: read, issues } = readLink(`task=instructions&lanes=${lane}`);
    expect(issues.map((issue) => issue.reason)).toEqual([reason]);
    expect(read.lanes).toHaveLength(1);
  });

  it("lose their own tasks where the race takes another task, or a base that cannot be asked them", () => {
    const hasOwn = ({ lanes }: RaceSpec) => lanes.some(({ task }) => task !== undefined);
    expect(hasOwn(chooseTask(spec, "hidden-instruction").draft)).toBe(false);
    expect(hasOwn(chooseBase(spec, "toolbox-micro").draft)).toBe(false);
    expect(hasOwn(chooseBase(spec, "strings-pair").draft)).toBe(true);
  });
});
