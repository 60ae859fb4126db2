// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lesson } from "../../lessons/lora/index";
import { newTestRace, TestRace, testRace, testTrainer } from "../../race-view/test-race";
import { evaluation } from "../../state/test-trainer";
import { StepProvider } from "./StepProvider";
import { useLiveStep, useStep } from "./step-context";
import { useGuesses } from "./step-guess";

const step = lesson.steps.find(({ id }) => id === "narrow")!;
let state: ReturnType<typeof useStep>;
let live: ReturnType<typeof useLiveStep>;

function Probe() {
  state = useStep();
  live = useLiveStep();
  return <p>{state.isAnswered ? "answered" : "open"}</p>;
}

const open = () =>
  render(
    <StepProvider figures={null} lesson={lesson} step={step}>
      <Probe />
    </StepProvider>,
    { wrapper: TestRace },
  );
const ready = (): Promise<void> => act(() => testTrainer().openings.at(-1)!.settle());
const over = (): void => act(() => testTrainer().say({ kind: "phase", phase: "done" }));

beforeEach(() => {
  newTestRace();
  useGuesses.setState({}, true);
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(cleanup);

describe("a guess", () => {
  it("is answered by the run that follows it, not by one that was over before", async () => {
    open();
    await ready();
    act(() => live.start());
    over();
    act(() => state.lock({ kind: "choice", option: "near" }));
    expect(screen.queryByText("open")).not.toBeNull();
    await ready();
    over();
    expect(screen.queryByText("answered")).not.toBeNull();
  });

  it("that is made again finds the race of the step at its beginning and at rest", async () => {
    open();
    await ready();
    act(() => state.lock({ kind: "choice", option: "near" }));
    over();
    act(() => state.attempt("reset;method=lora;rank=8"));
    await act(() => new Promise((done) => setTimeout(done, 340)));
    await ready();
    expect(testRace().phase).toBe("running");
    act(() => live.again());
    await act(() => new Promise((done) => setTimeout(done, 340)));
    await ready();
    expect([testRace().phase, testRace().step, state.guess, state.isAnswered]).toEqual([
      "paused",
      0,
      null,
      false,
    ]);
    expect(testRace().draft.lanes.map(({ options }) => options.rank)).not.toContain(8);
  });

  it("that was locked in is run when the step is looked at again", async () => {
    const { unmount } = open();
    await ready();
    act(() => state.lock({ kind: "choice", option: "near" }));
    unmount();
    expect(testRace().phase).toBe("paused");
    open();
    await act(async () => {});
    expect(testRace().phase).toBe("running");
  });
});

describe("what was measured", () => {
  const measure = async (stoppedAt: number | null): Promise<readonly number[]> => {
    open();
    await ready();
    const lane = testRace().lanes.length - 1;
    const state0 = testRace().lanes[lane]!.state!;
    act(() =>
      testTrainer().say(
        { kind: "evaluation", lane, evaluation: { ...evaluation(200, 0.5), score: 0.75 } },
        { kind: "lane", lane, state: { ...state0, stoppedAt } },
        { kind: "phase", phase: "done" },
      ),
    );
    return [state.measured("lora", "score"), state.measured("lora", "heldOutLoss")];
  };

  it("comes from the run here once it is done", async () => {
    expect(await measure(null)).toEqual([0.75, 0.5]);
  });

  it("is nothing where the lane was stopped on its way", async () => {
    expect(await measure(120)).toEqual([Number.NaN, Number.NaN]);
  });

  it("is nothing where the race broke on its way", async () => {
    open();
    await ready();
    act(() =>
      testTrainer().say({ kind: "evaluation", lane: 0, evaluation: { ...evaluation(50), score: 0.5 } }),
    );
    act(() => testTrainer().crash("gone"));
    expect(state.measured("lora", "score")).toBeNaN();
  });
});
