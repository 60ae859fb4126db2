import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultOptions } from "../lib/options";
import { tasks } from "../tasks/index";
import { defaultLane, defaultLanes, defaultRace } from "../training/default-race";
import { objectiveOptions } from "../training/objectives/option-specs";
import { limits } from "../training/race-spec";
import { readLink, writeLink } from "./link";
import { anyRace } from "./test-any-race";

describe("a link", () => {
  it("of the usual race says its version only, and an empty link is the usual race", () => {
    expect(writeLink(defaultRace())).toBe("v=1");
    expect(readLink("")).toEqual({ spec: defaultRace(), issues: [] });
  });

  it("says only what differs, and can be read by people", () => {
    const numerals = tasks.find(({ id }) => id === "numerals");
    const lora = defaultLane("lora");
    const spec = {
      ...defaultRace(numerals),
      lanes: [defaultLane("full"), { ...lora, options: { ...lora.options, rank: 8 }, learningRate: 0.02 }],
      steps: 400 + (numerals?.steps === 400 ? 1 : 0),
    };
    expect(writeLink(spec)).toBe(`v=1&task=numerals&lanes=full,lora(rank=8;lr=0.02)&steps=${spec.steps}`);
  });

  it("says at which steps a rate was changed", () => {
    const changed = { ...defaultLane("lora"), rateChanges: [{ step: 40, learningRate: 0.01 }] };
    expect(writeLink({ ...defaultRace(), lanes: [changed] })).toBe("v=1&lanes=lora(lr@40=0.01)");
  });

  it("says what a lane minimises, where that is not cross-entropy, and only the options that differ", () => {
    const dpo = { id: "dpo", options: { ...defaultOptions(objectiveOptions.dpo), beta: 0.2 } } as const;
    const lanes = [
      { ...defaultLane("lora"), objective: dpo },
      { ...defaultLane("full"), objective: { id: "cross-entropy", options: {} } as const },
    ];
    expect(writeLink({ ...defaultRace(), lanes })).toBe(
      "v=1&lanes=lora(objective=dpo;objective.beta=0.2),full",
    );
  });

  it("brings any race back exactly, also when a messenger encoded it or ate the last bracket", () => {
    assert(
      property(anyRace, (spec) => {
        const link = writeLink(spec);
        expect(readLink(link)).toEqual({ spec, issues: [] });
        expect(readLink(encodeURI(link)).spec).toEqual(spec);
        const encoded = link.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(",", "%2C");
        expect(readLink(encoded).spec).toEqual(spec);
        if (link.endsWith(")")) expect(readLink(link.slice(0, -1)).spec).toEqual(spec);
      }),
    );
  });

  it("holds the largest race, also when every character of it was encoded", () => {
    // No value within the limits takes more characters.
    const longRate = 0.0000012345678901234567;
    const rateChanges = Array.from({ length: limits.rateChanges.max }, (_, i) => ({
      step: limits.steps.max - limits.rateChanges.max + i,
      learningRate: longRate + i * 1e-21,
    }));
    const objective = {
      id: "policy-gradient",
      options: {
        beta: longRate,
        reward: "shorter",
        baseline: "moving",
        epochs: 16,
        clip: longRate,
        standardise: false,
        mostKl: longRate,
        leastVariety: longRate,
      },
    } as const;
    const lane = { ...defaultLane("p-tuning"), learningRate: longRate, rateChanges, objective };
    const spec = { ...defaultRace(), lanes: Array.from({ length: limits.lanes.max }, () => lane) };
    const encoded = writeLink(spec)
      .split("&")
      .map((part) => part.split(/=(.*)/s, 2).map(encodeURIComponent).join("="))
      .join("&");
    expect(readLink(encoded)).toEqual({ spec, issues: [] });
  });

  it("never fails and never opens what is outside the limits, whatever it says", () => {
    const hostile = array(
      constantFrom(
        "lanes=",
        "lora(",
        "rank=",
        "lr=",
        "lr@3=0.1",
        "lr@",
        "@",
        ")",
        ";",
        ",",
        "&",
        "=",
        "%",
        "%zz",
        "steps=",
        "1e9",
        "-1",
        "full",
        "__proto__",
        "constructor",
        "task=",
        "<script>",
        "NaN",
        "0x10",
      ),
      { maxLength: 30 },
    ).map((pieces) => pieces.join(""));
    const anything = array(integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) =>
      String.fromCharCode(...codes),
    );
    const check = (query: string): void => {
      const { spec } = readLink(query);
      expect(spec.lanes.length).toBeGreaterThanOrEqual(1);
      expect(spec.lanes.length).toBeLessThanOrEqual(limits.lanes.max);
      for (const name of ["batch", "steps", "seed"] as const) {
        expect(spec[name]).toBeGreaterThanOrEqual(limits[name].min);
        expect(spec[name]).toBeLessThanOrEqual(limits[name].max);
      }
      expect(readLink(writeLink(spec))).toEqual({ spec, issues: [] });
    };
    assert(property(hostile, check), { numRuns: 200 });
    assert(property(anything, check), { numRuns: 100 });
  });
});

describe("a broken link", () => {
  const usual = defaultRace();
  it.each([
    ["steps=1e9", { part: "steps=1e9", reason: "not-a-number", limit: "1–5000" }],
    ["steps=0", { part: "steps=0", reason: "out-of-range", limit: "1–5000" }],
    ["task=nonsense", { part: "task=nonsense", reason: "unknown", limit: "" }],
    ["base=gpt-5", { part: "base=gpt-5", reason: "unknown", limit: "" }],
    ["pretrained=maybe", { part: "pretrained=maybe", reason: "not-a-choice", limit: "yes, no" }],
    ["seed", { part: "seed", reason: "malformed", limit: "" }],
    ["seed=%E0%A4%A", { part: "seed=%E0%A4%A", reason: "malformed", limit: "" }],
    ["v=2", { part: "v=2", reason: "newer", limit: "1" }],
    ["lanes=", { part: "lanes=", reason: "empty", limit: "" }],
    ["lanes=magic", { part: "magic", reason: "unknown", limit: "" }],
  ])("%s: says so and keeps the usual race", (query, issue) => {
    expect(readLink(query)).toEqual({ spec: usual, issues: [issue] });
  });

  it.each([
    ["v=1&kind=prompt&task=numerals&variant=trigger=A", "kind=prompt", "other-kind"],
    ["kind=magic&seed=7", "kind=magic", "unknown"],
    [`kind=${"x".repeat(99)}`, `kind=${"x".repeat(43)}…`, "unknown"],
  ])("%s: is of another kind, so nothing of it is kept", (query, part, reason) => {
    expect(readLink(query)).toEqual({ spec: usual, issues: [{ part, reason, limit: "" }] });
  });

  it("may say that it is of a race", () => {
    expect(readLink("v=1&kind=race&seed=7")).toEqual({ spec: { ...usual, seed: 7 }, issues: [] });
  });

  it("keeps every part that is right", () => {
    const { spec, issues } = readLink(
      "v=1&seed=7&seed=8&task=numerals&lanes=lora(rank=8;rank=x;lr=9;depth=2),full,oops(,adapter&colour=red",
    );
    expect(spec.seed).toBe(7);
    expect(spec.task).toBe("numerals");
    expect(spec.lanes.map(({ method }) => method)).toEqual(["lora", "full", "adapter"]);
    expect(spec.lanes[0]?.options.rank).toBe(8);
    expect(spec.lanes[0]?.learningRate).toBe(defaultLane("lora").learningRate);
    expect(issues.map(({ part, reason }) => [part, reason])).toEqual([
      ["seed=8", "twice"],
      ["colour=red", "unknown"],
      ["lora(rank=x)", "not-a-number"],
      ["lora(lr=9)", "out-of-range"],
      ["lora(depth=2)", "unknown"],
      ["oops(", "unknown"],
    ]);
  });

  it("keeps the rate changes that are right: rising steps, inside the limits, not too many", () => {
    const { spec, issues } = readLink(
      "lanes=lora(lr@40=0.01;lr@40=0.02;lr@7=0.02;lr@0=0.1;lr@x=0.1;lr@50=9;lr@50=;lr@1e9=0.1;lr@60=0.03)",
    );
    expect(spec.lanes[0]?.rateChanges).toEqual([
      { step: 40, learningRate: 0.01 },
      { step: 60, learningRate: 0.03 },
    ]);
    expect(issues.map(({ reason }) => reason)).toEqual([
      "out-of-order",
      "out-of-order",
      "out-of-range",
      "not-a-number",
      "out-of-range",
      "not-a-number",
      "not-a-number",
    ]);
    const many = Array.from({ length: 70 }, (_, i) => `lr@${i + 1}=0.1`).join(";");
    const { spec: full, issues: left } = readLink(`lanes=lora(${many})`);
    expect(full.lanes[0]?.rateChanges).toHaveLength(limits.rateChanges.max);
    expect(left).toHaveLength(6);
    expect(left[0]).toEqual({ part: "lora(lr@65=0.1)", reason: "too-many-changes", limit: "64" });
  });

  it("keeps the parts of an objective that are right", () => {
    const { spec, issues } = readLink(
      "lanes=lora(objective.beta=1;objective=dpo;objective.beta=99;objective.pairs=7;objective.rank=8),full(objective=ppo)",
    );
    expect(spec.lanes[0]?.objective).toEqual({
      id: "dpo",
      options: { ...defaultOptions(objectiveOptions.dpo), pairs: 7 },
    });
    expect(spec.lanes[1]?.objective).toBeUndefined();
    expect(issues.map(({ part, reason }) => [part, reason])).toEqual([
      ["lora(objective.beta=1)", "unknown"],
      ["lora(objective.beta=99)", "out-of-range"],
      ["lora(objective.rank=8)", "unknown"],
      ["full(objective=ppo)", "not-a-choice"],
    ]);
  });

  it("names the options that a task does not have", () => {
    expect(readLink("options=shots=3;x")).toEqual({
      spec: usual,
      issues: [
        { part: "options=shots=3", reason: "unknown", limit: "examples" },
        { part: "options=x", reason: "malformed", limit: "" },
      ],
    });
  });

  it("of too many lanes keeps the first six; of too many characters, nothing", () => {
    const many = readLink(`lanes=${"full,".repeat(8)}`);
    expect(many.spec.lanes.length).toBe(6);
    expect(many.issues.every(({ reason }) => reason === "too-many")).toBe(true);
    const long = readLink(`lanes=${"full,".repeat(5000)}`);
    expect(long.spec.lanes).toEqual(defaultLanes());
    expect(long.issues[0]?.reason).toBe("too-long");
    expect(long.issues[0]?.part.length).toBeLessThan(60);
  });
});
