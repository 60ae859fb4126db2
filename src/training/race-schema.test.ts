import { describe, expect, it } from "vitest";
import { tasks } from "../tasks/index";
import { defaultRace } from "./default-race";
import { raceSchema } from "./race-schema";
import { limits, withRate } from "./race-spec";

const race = defaultRace();
const lane = race.lanes[0]!;
const parses = (value: unknown): boolean => raceSchema.safeParse(value).success;

describe("the schema of a race", () => {
  it.each(tasks)("gives the race offered for $id back as it is", (task) => {
    const spec = defaultRace(task);
    expect(raceSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  });

  it("keeps the changes that were made to a learning rate", () => {
    const spec = { ...race, lanes: [withRate(lane, 20, 0.5)] };
    expect(raceSchema.parse(spec)).toEqual(spec);
  });

  it.each([
    ["no lane", { lanes: [] }],
    ["too many lanes", { lanes: Array(limits.lanes.max + 1).fill(lane) }],
    ["a nameless base", { base: "" }],
    ["half a step", { steps: 0.5 }],
    ["more steps than a race may have", { steps: limits.steps.max + 1 }],
    ["an empty batch", { batch: 0 }],
    ["a negative seed", { seed: -1 }],
    ["a twin that is neither trained nor not", { pretrained: "yes" }],
    ["a lane without options", { lanes: [{ method: "lora", learningRate: 0.1 }] }],
    ["an option that is an object", { lanes: [{ ...lane, options: { rank: {} } }] }],
    ["a rate of nothing", { lanes: [{ ...lane, learningRate: 0 }] }],
    [
      "a change before the first step",
      { lanes: [{ ...lane, rateChanges: [{ step: -1, learningRate: 1 }] }] },
    ],
  ])("refuses %s", (_, change) => {
    expect(parses({ ...race, ...change })).toBe(false);
    expect(parses(race)).toBe(true);
  });
});
