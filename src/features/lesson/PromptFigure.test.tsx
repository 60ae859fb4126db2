// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { defineClaims } from "../../claims/claim";
import type { LessonFigures, PromptFigures } from "../../claims/figures";
import { promptOfRuns } from "../../claims/prompt-of-runs";
import type { PromptRun } from "../../claims/run";
import { readPromptLink } from "../../experiments/prompt/prompt-link";
import { nothingScored } from "../../experiments/prompt/prompt-progress";
import { startAllWords } from "../../i18n/test-words";
import type { Lesson } from "../../lessons/lesson";
import { lesson as lora } from "../../lessons/lora/index";
import { wilsonBand } from "../../lib/wilson";
import { PromptProvider } from "../../prompt-view/PromptProvider";
import { promptStore } from "../../state/prompt-experiment";
import { fakeTrainer } from "../../state/test-trainer";
import { PlainLesson } from "./PlainLesson";
import { StepProvider } from "./StepProvider";
import { StepView } from "./StepView";
import { type StepState, useStep } from "./step-context";
import { useGuesses } from "./step-guess";

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
  steps: [
    { id: "tag", figure: { kind: "prompt", runs } },
    {
      id: "guess",
      figure: { kind: "prompt", runs },
      predict: { kind: "order", runs, by: "accuracy" },
    },
  ],
};
let trainer: ReturnType<typeof fakeTrainer>;
let state: StepState;

function Probe() {
  state = useStep();
  return <StepView id={state.step.id} title="" />;
}

const show = (step: number) =>
  render(
    <PromptProvider experiment={promptStore(trainer.connect, () => ({ backend: null }))}>
      <StepProvider figures={recorded} lesson={lesson} step={lesson.steps[step]!}>
        <Probe />
      </StepProvider>
    </PromptProvider>,
  );
const ready = (): Promise<void> => act(() => trainer.prompts.at(-1)!.settle());
const answered = (variant: number, right: number): void =>
  act(() =>
    trainer.say({ kind: "scored", variant, ...nothingScored, right, of: 200, band: wilsonBand(right, 200) }),
  );
const items = (): (string | null)[] =>
  within(screen.getByRole("list", { name: /./ }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

beforeEach(() => {
  trainer = fakeTrainer();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  useGuesses.setState({}, true);
});
afterEach(cleanup);

describe("the figure of a step that asks a frozen base", () => {
  beforeAll(() => startAllWords("en"));

  it("asks at once where nothing is to be guessed, all variants in one experiment, and shows the shares as they come", async () => {
    const { container } = show(0);
    expect(items().every((item) => item?.includes("?not asked yet"))).toBe(true);
    expect(container.textContent).toContain("200 questions, n = 3 seeds. All seeds ask the same model;");
    await ready();
    expect(trainer.prompts.map(({ spec }) => spec.variants.length)).toEqual([3]);
    await act(async () => {});
    expect(trainer.asked).toEqual(["play"]);
    answered(1, 190);
    expect(items()[1]).toBe("trigger “A”?walk(tag)=95%190 of 200 right");
  });

  it("keeps what was recorded back until the guess is locked in and the engine has answered it", async () => {
    const { container } = show(1);
    await ready();
    expect(container.textContent).toContain("after your guess");
    expect(trainer.asked).toEqual([]);
    expect(container.querySelector("li i")).toBeNull();
    act(() => state.lock({ kind: "order", runs }));
    await act(async () => {});
    expect(trainer.asked).toEqual(["play"]);
    answered(0, 10);
    answered(1, 20);
    answered(2, 30);
    expect(state.measured("shown", "accuracy")).toBe(0.1);
    act(() => trainer.say({ kind: "phase", phase: "done" }));
    expect(state.isAnswered).toBe(true);
    expect(state.measured("shown", "accuracy")).toBe(0.15);
    expect(container.querySelector("li i")).not.toBeNull();
  });

  it("leads to the lab with what it asks", async () => {
    show(0);
    await ready();
    const link = screen.getByRole("link", { name: "Open it in the prompt lab" });
    const [, query = ""] = link.getAttribute("href")?.split("?") ?? [];
    expect(readPromptLink(query)).toEqual({ spec: trainer.prompts[0]!.spec, issues: [] });
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
    expect(container.textContent).toContain("95%");
  });
});

describe("in Chinese", () => {
  beforeAll(() => startAllWords("zh"));

  it("names the variants too", () => {
    show(0);
    expect(items()[2]).toMatch(/^2 个示例，随机标签，9 个答案投票，温度 1/);
  });
});
