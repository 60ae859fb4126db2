import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { Router } from "wouter";
import { figureOf, type LessonFigures, raceFigures } from "../../claims/figures";
import { lessonClaims } from "../../claims/index";
import { parseLessonFigures } from "../../claims/lesson-figures";
import { raceOfRuns } from "../../claims/race-of-runs";
import { isMeasureOf, isRaceRun } from "../../claims/run";
import { readPromptLink, writePromptLink } from "../../experiments/prompt/prompt-link";
import { startAllWords } from "../../i18n/test-words";
import { lessons } from "../../lessons/index";
import type { Lesson, Measured } from "../../lessons/lesson";
import { findPaper } from "../../lib/find-paper";
import type { RaceSpec } from "../../training/race-spec";
import { measuredOption, measuredOrder } from "./guess";
import { isPlanted } from "./planted-figures";
import { raceOfStep } from "./race-of";
import { applyTry } from "./try-set";
import { wordComponents } from "./word-components";

const files = import.meta.glob<unknown>("../../../public/runs/claims/*.json", {
  eager: true,
  import: "default",
});

type Attributes = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

const words = [...Object.keys(wordComponents).filter((name) => name !== "span"), "Step"];

/** A use of one of the components of the text, in the order of the text. */
interface Use {
  readonly word: string;
  readonly attributes: Attributes;
}

/** Renders the text with components that only write down how they were used. */
function read(
  lesson: Lesson,
  language: "en" | "zh",
): { readonly uses: readonly Use[]; readonly html: string } {
  const uses: Use[] = [];
  const components = Object.fromEntries(
    words.map((word) => [
      word,
      (attributes: Attributes) => {
        uses.push({ word, attributes });
        return <span data-word={word}>{attributes.children}</span>;
      },
    ]),
  );
  const Words = lesson.words[language];
  return { html: renderToStaticMarkup(<Words components={components} />), uses };
}

const formulas = (html: string): string[] =>
  [...html.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs)].map(
    // Words within a formula are in the language of the text.
    ([, tex]) => tex!.replace(/\\text\{[^}]*\}/g, "\\text{}"),
  );

/** Figures of which nothing is known but who was asked for. */
function watched(asked: (run: string) => void): LessonFigures {
  const runs = new Proxy<LessonFigures["runs"]>({}, { get: (_, name) => void asked(String(name)) });
  return { lesson: "", runs };
}

/** A lane and what it is trained on, to be compared. */
const keyOf = ({ lanes, ...race }: RaceSpec, lane: number): string => JSON.stringify([race, lanes[lane]]);

describe.each(lessons.map(({ id }) => id))("lesson %s", (id) => {
  const entry = lessons.find((one) => one.id === id)!;
  let lesson: Lesson;
  let texts: Readonly<Record<"en" | "zh", ReturnType<typeof read>>>;
  const figures = parseLessonFigures(files[`../../../public/runs/claims/${id}.json`]);
  const measured: Measured = (run, of) => figureOf(figures, run, of)?.mean ?? Number.NaN;
  const usesOf = (word: string, language: "en" | "zh" = "en") =>
    texts[language].uses.filter((use) => use.word === word).map(({ attributes }) => attributes);

  /** What every <Try> makes of the race beside it. */
  const triedRaces = () => {
    let step = -1;
    return texts.en.uses.flatMap(({ word, attributes }) => {
      if (word === "Step") step++;
      const figure = lesson.steps[step]?.figure;
      if (word !== "Try" || figure?.kind !== "race") return [];
      const own = raceOfStep(lesson.claims, figure.runs);
      const set = String(attributes.set);
      return [{ set, own, changed: applyTry(own, own, set) }];
    });
  };

  beforeAll(async () => {
    await startAllWords("en");
    ({ lesson } = await entry.load());
    texts = { en: read(lesson, "en"), zh: read(lesson, "zh") };
  });

  it("is what the list says", () => {
    expect({ id: lesson.id, minutes: lesson.minutes, section: lesson.section }).toEqual({
      id: entry.id,
      minutes: entry.minutes,
      section: entry.section,
    });
    expect(lesson.claims.lesson).toBe(id);
    // What is not in the list is neither trained nor judged.
    expect(lessonClaims).toContain(lesson.claims);
    expect(lesson.steps.length).toBeGreaterThanOrEqual(5);
    expect(lesson.steps.length).toBeLessThanOrEqual(9);
  });

  it("has words for every step, in order, in both languages", () => {
    const ids = lesson.steps.map((step) => step.id);
    expect(usesOf("Step").map((step) => step.id)).toEqual(ids);
    expect(usesOf("Step", "zh").map((step) => step.id)).toEqual(ids);
  });

  it("does and says the same in both languages", () => {
    // Words come in another order in another language: within a step, uses are compared as a set.
    const steps = (language: "en" | "zh"): string[][] => {
      const all: string[][] = [];
      for (const { word, attributes } of texts[language].uses) {
        const { children, title, summary, where, ...same } = attributes;
        if (word === "Step") all.push([]);
        all.at(-1)?.push(`${word} ${JSON.stringify(same)}`);
      }
      return all.map((step) => step.sort());
    };
    expect(steps("zh")).toEqual(steps("en"));
    const told = (language: "en" | "zh") => [...new Set(formulas(texts[language].html))].sort();
    expect(told("zh")).toEqual(told("en"));
  });

  it("uses every claim it defines, and defines every claim it uses", () => {
    expect([...new Set(usesOf("Claim").map((claim) => claim.id))].sort()).toEqual(
      lesson.claims.claims.map((claim) => claim.id).sort(),
    );
  });

  it("uses every run it defines", () => {
    const named = new Set<unknown>();
    for (const { left, right } of lesson.claims.claims)
      for (const term of [...left, right]) if ("run" in term) named.add(term.run);
    for (const { figure, predict } of lesson.steps) {
      if (figure.kind === "race" || figure.kind === "prompt") for (const run of figure.runs) named.add(run);
      else if (figure.kind === "own")
        renderToStaticMarkup(
          <Router ssrPath="/">
            <figure.Figure figures={watched((run) => named.add(run))} />
          </Router>,
        );
      if (predict?.kind === "order") for (const run of predict.runs) named.add(run);
      if (predict?.kind === "curve") named.add(predict.run);
      // What a choice is decided by is asked for, not written down.
      if (predict?.kind === "choice")
        predict.answer((run) => {
          named.add(run);
          return Number.NaN;
        });
    }
    for (const { run } of usesOf("Measured")) named.add(run);
    // A race that a switch leads to shows what was recorded of its lanes.
    const tried = triedRaces().flatMap(({ changed }) => changed.lanes.map((_, lane) => keyOf(changed, lane)));
    const unused = Object.entries(lesson.claims.runs)
      .filter(
        ([name, run]) => !named.has(name) && !(isRaceRun(run) && tried.includes(keyOf(raceOfRuns([run]), 0))),
      )
      .map(([name]) => name);
    expect(unused).toEqual([]);
  });

  it("prints only figures that are measured", () => {
    const wrong = usesOf("Measured").filter(({ run: name, of }) => {
      const run = lesson.claims.runs[String(name)];
      return !run || !isMeasureOf(run.kind ?? "race", String(of));
    });
    expect(wrong).toEqual([]);
  });

  it("puts every figure under a claim or a source", () => {
    const loose = (["en", "zh"] as const).flatMap((language) =>
      [...texts[language].html.matchAll(/<(p|li)>(.*?)<\/\1>/gs)]
        .map(([, , text]) => text!)
        .filter((text) => !/data-word="(Source|Claim)"/.test(text))
        .map((text) => text.replace(/<math.*?<\/math>|<span data-word="Try">.*?<\/span>/gs, ""))
        .map((text) => text.replace(/<[^>]*>/g, ""))
        .filter((text) => /\d\s?%|\d\.\d/.test(text)),
    );
    expect(loose).toEqual([]);
  });

  it("names sources that exist", () => {
    for (const { paper } of usesOf("Source")) expect(() => findPaper(String(paper))).not.toThrow();
  });

  it("leads to the prompt lab by links that are read without a complaint", () => {
    const links = usesOf("Go").flatMap(({ to }) => String(to).match(/^\/prompt-lab\?(.*)$/)?.[1] ?? []);
    for (const query of links) {
      const { spec, issues } = readPromptLink(query);
      expect(issues).toEqual([]);
      expect(decodeURIComponent(writePromptLink(spec))).toBe(decodeURIComponent(query));
    }
    const isAsked = lesson.steps.some(({ figure }) => figure.kind === "prompt");
    expect(links.length > 0).toBe(isAsked);
  });

  it("checks with questions of which one answer is right", () => {
    const rights: number[] = [];
    for (const { word, attributes } of texts.en.uses) {
      if (word === "Check") rights.push(0);
      if (word === "Answer" && attributes.right === true) rights.push(rights.pop()! + 1);
    }
    expect(rights).toEqual(rights.map(() => 1));
  });

  it("prints only what was planted", () => {
    for (const { of } of usesOf("Planted")) expect(isPlanted(String(of))).toBe(true);
  });

  it("has switches that can be pressed", () => {
    for (const { set, own, changed } of triedRaces()) if (set !== "reset") expect(changed).not.toEqual(own);
  });

  it("asks for guesses that the text words, and that the figures answer", () => {
    const predictions = lesson.steps.flatMap(({ predict }) => (predict ? [predict] : []));
    expect(predictions.length).toBeGreaterThanOrEqual(2);
    expect(usesOf("Predict")).toHaveLength(predictions.length);
    const options = predictions.flatMap((predict) => (predict.kind === "choice" ? predict.options : []));
    expect(options.length).toBeGreaterThan(0);
    expect(usesOf("Option").map((option) => option.id)).toEqual(options);
    for (const predict of predictions) {
      if (predict.kind === "curve")
        expect(raceFigures(figures, predict.run)?.curve.length).toBeGreaterThan(2);
      if (predict.kind === "choice") expect(predict.options).toContain(measuredOption(predict, measured));
      if (predict.kind === "order")
        expect([...(measuredOrder(predict, measured) ?? [])].sort()).toEqual([...predict.runs].sort());
    }
  });

  it("says why with a formula, breaks something, and ends with what can be done now", () => {
    expect(usesOf("Why").length).toBeGreaterThan(0);
    expect(usesOf("Break").length).toBeGreaterThan(0);
    expect(formulas(texts.en.html).length).toBeGreaterThan(0);
    expect(texts.en.uses.findLastIndex(({ word }) => word === "Finish")).toBeGreaterThan(
      texts.en.uses.findLastIndex(({ word }) => word === "Step"),
    );
  });
});
