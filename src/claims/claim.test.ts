import { describe, expect, it } from "vitest";
import { plainVariant } from "../experiments/prompt/default-prompt";
import { type Claim, defineClaims } from "./claim";
import { promptOfRuns } from "./prompt-of-runs";
import type { Run } from "./run";
import { specOfRun } from "./spec-of-run";

const usual = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<Run>;
const right = { value: 0 } as const;
const claim = { id: "made-up", is: "at-least", right, verdict: "holds" } as const satisfies Partial<Claim>;

describe("defineClaims", () => {
  it("gives back what it was given, and takes runs of both kinds", () => {
    const claims = {
      lesson: "made-up",
      runs: {
        lora: { ...usual, method: "lora" },
        tag: { ...usual, kind: "prompt", variant: { trigger: "A" } },
      },
      claims: [
        { ...claim, left: [{ run: "lora", of: "score" }] },
        { ...claim, left: [{ run: "tag", of: "accuracy" }], right: { run: "tag", of: "chance", times: 2 } },
      ],
    } as const;
    expect(defineClaims(claims)).toBe(claims);
  });

  it("holds terms to the runs and to the measures of their kind: the compiler says so", () => {
    const runs = {
      lora: { ...usual, method: "lora" },
      tag: { ...usual, kind: "prompt" },
    } as const satisfies Readonly<Record<string, Run>>;
    const lesson = "made-up";
    // @ts-expect-error there is no such run
    defineClaims({ lesson, runs, claims: [{ ...claim, left: [{ run: "full", of: "score" }] }] });
    // @ts-expect-error a lane has no accuracy
    defineClaims({ lesson, runs, claims: [{ ...claim, left: [{ run: "lora", of: "accuracy" }] }] });
    // @ts-expect-error nothing is trained for a prompt
    defineClaims({ lesson, runs, claims: [{ ...claim, left: [{ run: "tag", of: "trained" }] }] });
    // @ts-expect-error nor on the right
    defineClaims({ lesson, runs, claims: [{ ...claim, left: [], right: { run: "tag", of: "score" } }] });
  });
});

describe("the spec of a run", () => {
  it("of prompts has one variant, everything left out filled in", () => {
    const spec = specOfRun({ ...usual, kind: "prompt", variant: { demonstrations: 2, labels: "random" } });
    expect(spec).toEqual({
      base: "toolbox-micro",
      from: "pretrained",
      task: { id: "past-tense" },
      variants: [
        { ...plainVariant, demonstrations: { count: 2, labels: "random", inputs: "same", wrong: 0 } },
      ],
      items: 200,
      seed: 1,
    });
  });

  it("of several runs of one figure has a variant each, and they must ask the same questions", () => {
    const plain = { ...usual, kind: "prompt" } as const;
    const both = promptOfRuns([plain, { ...plain, variant: { trigger: "A" } }]);
    expect(both.variants.map(({ trigger }) => trigger)).toEqual([null, "A"]);
    expect(() => promptOfRuns([plain, { ...plain, items: 10 }])).toThrow("share");
    expect(() => promptOfRuns([plain, { ...plain, from: "untrained" }])).toThrow("share");
  });
});
