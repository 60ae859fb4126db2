// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { startAllWords } from "../../i18n/test-words";
import { lesson } from "../../lessons/prompt-or-instruction/index";
import { newTestRace, TestRace, testRace, testTrainer } from "../../race-view/test-race";
import { evaluation } from "../../state/test-trainer";
import { StepProvider } from "./StepProvider";
import { useStep } from "./step-context";
import { TwoByTwoPane } from "./TwoByTwoPane";

beforeAll(() => startAllWords("en"));
beforeEach(() => {
  newTestRace();
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
});
afterEach(cleanup);

function Pane() {
  const { spec } = useStep();
  return spec && <TwoByTwoPane hidesRecorded={false} lanes={[]} spec={spec} />;
}

const ready = (): Promise<void> => act(() => testTrainer().openings.at(-1)!.settle());
const train = (name: RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole("button", { name }));
  // Until a changed set-up is opened.
  return act(() => new Promise<void>((done) => setTimeout(done, 340)));
};
const score = (share: number): void => {
  const whole = { ...evaluation(150), score: share };
  act(() => testTrainer().say({ kind: "evaluation", lane: 0, evaluation: whole }));
};

it("trains the cell that is pressed, and keeps what was measured of the others", async () => {
  render(
    <StepProvider figures={null} lesson={lesson} step={lesson.steps.find(({ id }) => id === "table")!}>
      <Pane />
    </StepProvider>,
    { wrapper: TestRace },
  );
  await ready();
  score(0.75);
  await train(/48 tasks.*Every parameter/);
  await ready();
  expect(testRace().draft).toMatchObject({ task: "instructions", steps: 400, lanes: [{ method: "full" }] });
  expect(testRace().phase).toBe("running");
  score(0.5);
  const shown = screen.getAllByText(/^here/).map(({ textContent }) => textContent);
  const [none, one, many] = ["here: –", "here: 75%", "here: 50%"];
  expect(shown).toEqual([one, none, none, none, none, none, none, many]);
});
