import { describe, expect, it } from "vitest";
import type { Term } from "./claim";
import { raceFigures } from "./figures";
import { lessonClaims } from "./index";
import { judge } from "./judge";
import { parseLessonFigures } from "./lesson-figures";
import { firstSeed } from "./race-of-runs";
import { isMeasureOf } from "./run";
import { specOfRun } from "./spec-of-run";
import { relationOf, tableOf, unmeasuredLine, verdictLine } from "./write-claims";

const files = import.meta.glob<unknown>("../../public/runs/claims/*.json", {
  eager: true,
  import: "default",
});
const figuresOf = (lesson: string) => parseLessonFigures(files[`../../public/runs/claims/${lesson}.json`]);

it("ids are used once, in all lessons", () => {
  const ids = lessonClaims.flatMap(({ claims }) => claims.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)]);
});

describe.each(lessonClaims)("claims of $lesson", ({ lesson, runs, claims }) => {
  const termsOf = ({ left, right }: (typeof claims)[number]): Term[] => [...left, right];

  it("are made of runs that are there", () => {
    const named = claims.flatMap(termsOf).flatMap((term) => ("run" in term ? [term.run] : []));
    expect(named.filter((name) => !Object.hasOwn(runs, name))).toEqual([]);
  });

  it("ask each run for what its kind has", () => {
    const wrong = claims
      .flatMap(termsOf)
      .filter((term) => "run" in term && !isMeasureOf(runs[term.run]?.kind ?? "race", term.of));
    expect(wrong).toEqual([]);
  });

  it("rest on figures of at least three seeds, of these runs as they are now", () => {
    const figures = figuresOf(lesson);
    expect(figures.lesson).toBe(lesson);
    expect(Object.keys(figures.runs).sort()).toEqual(Object.keys(runs).sort());
    for (const [name, run] of Object.entries(runs)) {
      expect(figures.runs[name]?.spec).toEqual(specOfRun(run));
      expect(figures.runs[name]?.seeds.length).toBeGreaterThanOrEqual(3);
      expect(figures.runs[name]?.seeds[0]).toBe(firstSeed);
    }
  });

  it.each(claims)("$id: the words agree with the figures", (claim) => {
    expect(judge(claim, figuresOf(lesson))).toBe(claim.verdict);
  });
});

describe("a claim in writing", () => {
  const { claims } = lessonClaims.find(({ lesson }) => lesson === "lora")!;
  const claim = claims.find(({ id }) => id === "lora-near-full")!;

  it("tells its relation", () => {
    expect(relationOf(claim)).toBe("score(lora) >= 0.98 × score(full)");
  });

  it("says when the words are wrong", () => {
    expect(verdictLine(claim, figuresOf("lora"))).toMatch(/^ok .* holds/);
    expect(verdictLine({ ...claim, verdict: "fails" }, figuresOf("lora"))).toMatch(/^WRONG/);
  });

  it("says of which run what is missing", () => {
    const { runs, ...rest } = figuresOf("lora");
    const measured = raceFigures(figuresOf("lora"), "full")!;
    const score = { ...measured.measures.score, mean: Number.NaN };
    const full = { ...measured, measures: { ...measured.measures, score } };
    expect(unmeasuredLine(claim, { ...rest, runs: { ...runs, full } })).toBe(
      "lora-near-full: 0.98 × score(full)",
    );
    expect(unmeasuredLine(claim, { ...rest, runs: { full: runs.full! } })).toBe(
      "lora-near-full: score(lora)",
    );
  });

  it("is a row of the table", () => {
    const table = tableOf([
      { claims: { lesson: "lora", runs: {}, claims: [claim] }, figures: figuresOf("lora") },
    ]);
    expect(table.split("\n")).toHaveLength(3);
    expect(table).toContain("| lora | lora-near-full |");
  });
});
