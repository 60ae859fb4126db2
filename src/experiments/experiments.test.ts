import { describe, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { defaultLane, defaultRace } from "../training/default-race";
import { experimentSchema, kinds, needsOf } from "./index";
import { kindIds } from "./kind-ids";
import { defaultPrompt } from "./prompt/default-prompt";
import { promptSpec, variant } from "./prompt/test-task";

const race = { kind: "race", ...defaultRace() } as const;
const prompt = { kind: "prompt", ...defaultPrompt() } as const;
const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("an experiment in a file", () => {
  it("has each kind once", () => {
    expect(kinds.map(({ kind }) => kind)).toEqual(kindIds);
  });

  it.each([race, prompt])("comes back as it was written: $kind", (spec) => {
    expect(experimentSchema.parse(copy(spec))).toEqual(spec);
  });

  it("is a race where it says nothing, also one of before bases had snapshots", () => {
    const { from: _, ...old } = defaultRace();
    expect(experimentSchema.parse(copy(defaultRace()))).toEqual(race);
    expect(experimentSchema.parse({ ...old, pretrained: true })).toEqual(race);
  });

  it.each([
    ["a race without lanes", { ...race, lanes: [] }],
    ["a prompt experiment without variants", { ...prompt, variants: [] }],
    ["a prompt experiment that calls itself a race", { ...prompt, kind: "race" }],
    ["a kind nobody knows", { ...race, kind: "magic" }],
    ["too many questions", { ...prompt, items: 2001 }],
    ["a trigger that is a number", { ...prompt, variants: [{ ...prompt.variants[0], trigger: 1 }] }],
    ["nothing", null],
  ])("is refused: %s", (_, json) => {
    expect(experimentSchema.safeParse(copy(json)).success).toBe(false);
  });
});

describe("what an experiment needs", () => {
  it("of a race: its base and task, the memory of its lanes", () => {
    const lanes = [defaultLane("lora"), defaultLane("prompt-tuning")];
    const { base, task, memory } = needsOf({ ...race, lanes });
    expect(findBase(base)?.id).toBe(race.base);
    expect(task).toEqual({ id: race.task });
    const steps = [
      { sequences: race.batch, inFront: 0 },
      { sequences: race.batch, inFront: Number(lanes[1]!.options.length) },
    ];
    expect(memory).toEqual({ steps, trained: 2 });
  });

  it.each([
    ["cross-entropy", 1],
    ["pairwise", 2],
    ["dpo", 2],
    ["policy-gradient", 1],
  ] as const)("of a race: the sequences that an example of %s is made of", (id, sequences) => {
    const lanes = [{ ...defaultLane("lora"), objective: { id, options: {} } }];
    const { memory } = needsOf({ ...race, lanes });
    expect(memory.steps).toEqual([{ sequences: sequences * race.batch, inFront: 0 }]);
  });

  it("of prompts: the sequences of each variant, and no training", () => {
    const sampled = variant({ decode: { temperature: 1, samples: 3 } });
    const variants = [variant({}), sampled, variant({ decode: { samples: 40 } })];
    const { memory } = needsOf({ kind: "prompt", ...promptSpec({ variants }) });
    expect(memory.steps.map(({ sequences }) => sequences)).toEqual([32, 96, 32]);
    expect(memory.trained).toBe(0);
  });
});
