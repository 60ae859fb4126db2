// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { startAllWords } from "../../i18n/test-words";
import { lesson } from "../../lessons/lora/index";
import { Answer, Check } from "./Check";
import { Planted } from "./Planted";
import { StepContext, type StepState } from "./step-context";

const state: StepState = {
  lesson,
  step: lesson.steps[0]!,
  mode: "live",
  figures: null,
  spec: null,
  guess: null,
  isAnswered: true,
  measured: () => Number.NaN,
  attempt: () => {},
  startRun: () => {},
  lock: () => {},
  reveal: () => {},
  sketch: null,
  draw: () => {},
};
const question = (
  <Check>
    <p>Which one?</p>
    <Answer>this</Answer>
    <Answer right>that</Answer>
  </Check>
);
const renderIn = (mode: StepState["mode"]) =>
  render(<StepContext value={{ ...state, mode }}>{question}</StepContext>);

beforeAll(() => startAllWords("en"));
afterEach(cleanup);

it("judges an answer as soon as it is chosen, and takes another", () => {
  renderIn("live");
  fireEvent.click(screen.getByRole("radio", { name: "this" }));
  expect(screen.getByText("Not this one. Try another.")).toBeDefined();
  fireEvent.click(screen.getByRole("radio", { name: "that" }));
  expect(screen.getByText("That is right.")).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "this" }).checked).toBe(false);
});

it("on paper shows which answer is right", () => {
  renderIn("plain");
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByText("that").dataset.right).toBe("true");
  expect(screen.getByText("this").dataset.right).toBe("false");
});

it("prints what was planted, shares in per cent, and refuses what was not", () => {
  render(
    <p>
      <Planted of="contrary" /> <Planted of="pretraining" />
    </p>,
  );
  expect(screen.getByText("3%")).toBeDefined();
  expect(screen.getByText("6,000")).toBeDefined();
  expect(() => render(<Planted of="gold" />)).toThrow('nothing is planted as "gold"');
});
