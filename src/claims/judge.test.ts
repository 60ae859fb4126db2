import { describe, expect, it } from "vitest";
import { promptSpec } from "../experiments/prompt/test-task";
import type { Claim } from "./claim";
import type { LessonFigures, PromptFigures, RaceFigures } from "./figures";
import { judge, termValue } from "./judge";
import { raceOfRuns } from "./race-of-runs";
import { type MeasureOf, measuresOf } from "./run";

const measured = <K extends keyof typeof measuresOf>(kind: K, means: Partial<Record<MeasureOf<K>, number>>) =>
  Object.fromEntries(
    measuresOf[kind].map((name: MeasureOf<K>) => [name, { mean: means[name] ?? 0, sd: 0 }]),
  ) as RaceFigures["measures"] & PromptFigures["measures"];
const shared = { seeds: [1, 2, 3], made: { date: "", backend: "" }, total: 100 };
const run = (means: Partial<Record<MeasureOf<"race">, number>>): RaceFigures => ({
  ...shared,
  spec: raceOfRuns([{ base: "toolbox-micro", task: "past-tense", method: "lora" }]),
  measures: measured("race", means),
  curve: [],
});
const asked = (means: Partial<Record<MeasureOf<"prompt">, number>>): PromptFigures => ({
  ...shared,
  kind: "prompt",
  spec: promptSpec({}),
  measures: measured("prompt", means),
  questions: 200,
  accuracies: [0, 0, 0],
  prompt: "?walk=",
});
const figures: LessonFigures = {
  lesson: "made-up",
  runs: {
    lora: run({ score: 0.95 }),
    full: run({ score: 1 }),
    blown: run({ heldOutLoss: Number.NaN }),
    plain: asked({ accuracy: 0.4, high: 0.5 }),
  },
};
const claim = (left: Claim["left"], is: Claim["is"], right: Claim["right"]): Claim => ({
  id: "made-up",
  left,
  is,
  right,
  verdict: "holds",
});

describe("termValue", () => {
  it("scales, then adds", () => {
    expect(termValue({ run: "lora", of: "score", times: 2, plus: -1 }, figures)).toBeCloseTo(0.9);
    expect(termValue({ value: 3 }, figures)).toBe(3);
  });

  it("is NaN if the run was not measured", () => {
    expect(termValue({ run: "none", of: "score" }, figures)).toBeNaN();
  });
});

describe("judge", () => {
  const lora = { run: "lora", of: "score" } as const;
  const full = { run: "full", of: "score" } as const;

  it("compares both ways", () => {
    expect(judge(claim([lora], "at-least", { ...full, times: 0.95 }), figures)).toBe("holds");
    expect(judge(claim([lora], "at-least", { ...full, times: 0.96 }), figures)).toBe("fails");
    expect(judge(claim([lora], "at-most", full), figures)).toBe("holds");
  });

  it("takes for equal what is no further apart than it may be, on either side", () => {
    const near = (plus: number): Claim => claim([lora], "equals", { value: 0.95 + plus });
    expect(judge(near(0.0004), figures)).toBe("holds");
    expect(judge(near(-0.0004), figures)).toBe("holds");
    expect(judge(near(0.0006), figures)).toBe("fails");
    expect(judge(near(-0.0006), figures)).toBe("fails");
    expect(judge({ ...near(-0.02), within: 0.03 }, figures)).toBe("holds");
    expect(judge({ ...near(-0.04), within: 0.03 }, figures)).toBe("fails");
  });

  it("asks it of every term on the left", () => {
    expect(judge(claim([full, lora], "at-least", { value: 0.99 }), figures)).toBe("fails");
  });

  it("compares runs of different kinds, each by its own measures", () => {
    const high = { run: "plain", of: "high" } as const;
    expect(judge(claim([lora], "at-least", high), figures)).toBe("holds");
    expect(judge(claim([high], "at-least", lora), figures)).toBe("fails");
    expect(judge(claim([{ run: "plain", of: "score" }], "at-least", { value: 0 }), figures)).toBe(
      "unmeasured",
    );
  });

  it("says nothing about a term that is NaN, on either side, or about a run that is missing", () => {
    const loss = { run: "blown", of: "heldOutLoss" } as const;
    expect(judge(claim([loss], "at-least", { value: 0 }), figures)).toBe("unmeasured");
    expect(judge(claim([lora, loss], "at-most", { value: 0 }), figures)).toBe("unmeasured");
    expect(judge(claim([lora], "at-most", loss), figures)).toBe("unmeasured");
    expect(judge(claim([{ run: "none", of: "score" }], "at-most", lora), figures)).toBe("unmeasured");
  });
});
