// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { defineClaims } from "../../claims/claim";
import type { LessonFigures, PromptFigures } from "../../claims/figures";
import { promptOfRuns } from "../../claims/prompt-of-runs";
import type { PromptRun } from "../../claims/run";
import { startAllWords } from "../../i18n/test-words";
import type { Lesson } from "../../lessons/lesson";
import { lesson as lora } from "../../lessons/lora/index";
import { PlainLesson } from "./PlainLesson";
import { PromptFigure } from "./PromptFigure";
import { StepContext, type StepState } from "./step-context";

const usual = {
  kind: "prompt",
  base: "toolbox-micro",
  task: "past-tense",
} as const satisfies Partial<PromptRun>;
const claims = defineClaims({
  lesson: "made-up",
  runs: {
    plain: usual,
    tag: { ...usual, variant: { trigger: "A" } },
    shown: {
      ...usual,
      variant: { demonstrations: 2, labels: "random", temperature: 1, samples: 9, vote: true },
    },
  },
  claims: [],
});
const runs = Object.keys(claims.runs);

const figures = (accuracy: number, name: string): PromptFigures => ({
  kind: "prompt",
  spec: promptOfRuns([claims.runs[name] as PromptRun]),
  seeds: [1, 2, 3],
  seedOf: "sampling",
  made: { date: "2026-11-29", backend: "wasm" },
  measures: {
    accuracy: { mean: accuracy, sd: 0.01 },
    low: { mean: accuracy - 0.05, sd: 0.01 },
    high: { mean: accuracy + 0.03, sd: 0.01 },
    chance: { mean: 0.005, sd: 0 },
    tokens: { mean: 6, sd: 0.5 },
  },
  total: 110_272,
  questions: 200,
  accuracies: [accuracy, accuracy, accuracy],
  prompt: `?walk(${name})=`,
});
const recorded: LessonFigures = {
  lesson: "made-up",
  runs: { plain: figures(0.4, "plain"), tag: figures(0.95, "tag"), shown: figures(0.1, "shown") },
};

const lesson: Lesson = {
  ...lora,
  claims,
  steps: [{ id: "tag", figure: { kind: "prompt", runs } }],
};
const state = (isAnswered: boolean) =>
  ({
    lesson,
    step: lesson.steps[0],
    mode: "live",
    figures: recorded,
    isAnswered,
  }) as Partial<StepState> as StepState;
const show = (isAnswered: boolean) =>
  render(
    <StepContext value={state(isAnswered)}>
      <PromptFigure runs={runs} />
    </StepContext>,
  );
const items = (): (string | null)[] => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

afterEach(cleanup);

describe("the figure of a step that asks a frozen base", () => {
  beforeAll(() => startAllWords("en"));

  it("names each variant, its first prompt and its share, and says how many were asked", () => {
    const { container } = show(true);
    expect(items()).toEqual([
      "the question alone?walk(plain)=40\u202f%",
      "trigger “A”?walk(tag)=95\u202f%",
      "2 demonstrations, random labels, vote of 9, temperature 1?walk(shown)=10\u202f%",
    ]);
    expect(container.textContent).toContain("200 questions, n = 3 seeds");
  });

  it("keeps the shares back until the guess is made", () => {
    const { container } = show(false);
    expect(items().every((item) => item?.endsWith("?"))).toBe(true);
    expect(container.querySelector("li i")).toBeNull();
    expect(container.textContent).toContain("after your guess");
  });

  it("is part of a lesson as text", () => {
    const Words: Lesson["words"]["en"] = ({ components = {} }) => {
      const Step = components.Step as (props: { id: string; title: string }) => React.ReactNode;
      return <Step id="tag" title="One tag" />;
    };
    const { container } = render(
      <PlainLesson figures={recorded} lesson={{ ...lesson, words: { en: Words, zh: Words } }} />,
    );
    expect(container.querySelectorAll("li > b")).toHaveLength(3);
    expect(container.textContent).toContain("95\u202f%");
  });
});

describe("in Chinese", () => {
  beforeAll(() => startAllWords("zh"));

  it("names the variants too", () => {
    show(true);
    expect(items()[2]).toMatch(/^2 个示例，随机标签，9 个答案投票，温度 1/);
  });
});
