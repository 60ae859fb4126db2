import { describe, expect, it } from "vitest";
import { defaultLane, defaultRace } from "../../training/default-race";
import { applyTry, TrySetError } from "./try-set";

const own = { ...defaultRace(), lanes: [defaultLane("full"), defaultLane("lora")] };

describe("applyTry", () => {
  it("changes the lane of a method, and nothing else", () => {
    const changed = applyTry(own, own, "method=lora;rank=8;lr=0.01");
    expect(changed.lanes[0]).toBe(own.lanes[0]);
    expect(changed.lanes[1]).toMatchObject({ learningRate: 0.01, options: { rank: 8 } });
    expect({ ...changed, lanes: [] }).toEqual({ ...own, lanes: [] });
  });

  it("adds the method where it is missing", () => {
    expect(applyTry(own, own, "method=bitfit").lanes.map(({ method }) => method)).toEqual([
      "full",
      "lora",
      "bitfit",
    ]);
  });

  it("puts it in place of the last one where the race is full", () => {
    const full = { ...own, lanes: Array.from({ length: 6 }, () => defaultLane("lora")) };
    const methods = applyTry(full, own, "method=bitfit").lanes.map(({ method }) => method);
    expect(methods).toEqual([...Array.from({ length: 5 }, () => "lora"), "bitfit"]);
  });

  it("changes the whole race", () => {
    expect(applyTry(own, own, "task=numerals;pretrained=no;steps=50;seed=3")).toEqual({
      ...own,
      task: "numerals",
      from: "untrained",
      steps: 50,
      seed: 3,
    });
  });

  it("changes what a lane is trained on", () => {
    const task = { id: "instructions", options: { tasks: 8 } } as const;
    const race = { ...own, lanes: [{ ...defaultLane("full"), task }] };
    const changed = applyTry(race, race, "method=full;task.cells=000+110;task.tasks=48");
    expect(changed.lanes[0]?.task).toEqual({
      id: "instructions",
      options: { tasks: 48, cells: ["000", "110"] },
    });
    expect(() => applyTry(race, race, "method=full;task.tasks=99")).toThrow(TrySetError);
  });

  it("goes back to the step's own race", () => {
    const changed = applyTry(own, own, "method=lora;rank=8");
    expect(applyTry(changed, own, "reset")).toEqual(own);
  });

  it.each([
    "method=none",
    "method=lora;rank=1000",
    "method=lora;width=3",
    "rank=8",
    "method=lora;lr=7",
    "task=none",
    "pretrained=perhaps",
    "steps=many",
    "steps=0",
    "seed=9999999",
  ])("refuses %s", (set) => {
    expect(() => applyTry(own, own, set)).toThrow(TrySetError);
  });
});
