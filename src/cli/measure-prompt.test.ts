import { describe, expect, it } from "vitest";
import { defineClaims } from "../claims/claim";
import type { LessonFigures, RunFigures } from "../claims/figures";
import { judge } from "../claims/judge";
import { parseLessonFigures } from "../claims/lesson-figures";
import { specOfRun } from "../claims/spec-of-run";
import { relationOf, verdictLine } from "../claims/write-claims";
import { startEngine } from "../engine/engine";
import { wilsonBand } from "../lib/wilson";
import { figuresLine, measureRun } from "./measure-run";
import { nodeEngineFiles } from "./node-files";

const usual = { kind: "prompt", base: "toolbox-nano", task: "past-tense", items: 24 } as const;
const claims = defineClaims({
  lesson: "made-up",
  runs: { plain: usual, tag: { ...usual, variant: { trigger: "A" } } },
  claims: [
    {
      id: "tag-higher",
      left: [{ run: "tag", of: "low" }],
      is: "at-least",
      right: { run: "plain", of: "high" },
      verdict: "holds",
    },
  ],
});
const seeds = 3;

describe("claims about a frozen base", () => {
  it("are measured, kept in a file and judged like others", async () => {
    const engine = await startEngine("wasm", nodeEngineFiles);
    const measured: Record<string, RunFigures> = {};
    for (const [name, run] of Object.entries(claims.runs))
      measured[name] = await measureRun(engine, run, seeds, { date: "2026-11-29", backend: "wasm" });
    const written: LessonFigures = { lesson: "made-up", runs: measured };
    const figures = parseLessonFigures(JSON.parse(JSON.stringify(written)));
    expect(figures).toEqual(written);

    const { tag } = figures.runs;
    if (tag?.kind !== "prompt") throw new Error("measured as something else");
    expect(tag).toMatchObject({ seeds: [1, 2, 3], seedOf: "sampling", questions: 24, total: 17_856 });
    expect(tag.spec).toEqual(specOfRun(claims.runs.tag!));
    expect(tag.prompt).toMatch(/^A\w+=$/);
    const { accuracy, low, high, chance, tokens } = tag.measures;
    expect(tokens.mean).toBeGreaterThan(2);
    expect(tag.accuracies.reduce((sum, one) => sum + one, 0) / 3).toBeCloseTo(accuracy.mean, 12);
    expect(chance).toEqual({ mean: 1 / 24, sd: 0 });
    // The bands of the seeds, each over its own questions, in the mean.
    expect(low.mean).toBeLessThan(accuracy.mean);
    expect(high.mean - low.mean).toBeCloseTo(
      wilsonBand(24 * accuracy.mean, 24).high - wilsonBand(24 * accuracy.mean, 24).low,
      1,
    );
    expect(figuresLine(tag)).toMatch(/^accuracy 0\.\d{3} \(0\.\d{3}–0\.\d{3}\) on 24 questions$/);

    const [claim] = claims.claims;
    expect(relationOf(claim!)).toBe("low(tag) >= high(plain)");
    expect(judge(claim!, figures)).toBe("holds");
    expect(verdictLine(claim!, figures)).toMatch(/^ok .* holds \[low\(tag\) = /);
  });

  it("keep the figures of one seed when only others are added", async () => {
    const engine = await startEngine("wasm", nodeEngineFiles);
    const measure = (many: number) => measureRun(engine, claims.runs.tag!, many, { date: "", backend: "" });
    const [one, again] = [await measure(1), await measure(1)];
    expect(again).toEqual(one);
    expect((await measure(2)).spec).toEqual(one.spec);
  });
});
