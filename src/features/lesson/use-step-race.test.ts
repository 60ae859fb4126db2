// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { loraClaims } from "../../claims/lora";
import { newTestRace, TestRace, testRace, testTrainer } from "../../race-view/test-race";
import type { RaceSpec } from "../../training/race-spec";
import { raceOfStep } from "./race-of";
import { useStepRace } from "./use-step-race";

const own = raceOfStep(loraClaims, ["full", "lora"]);
const tried: RaceSpec = { ...own, seed: 7 };
const asked = (): string => testTrainer().asked.join(" ");
const phase = (): string => testRace().phase;
/** The race that was opened last is ready. */
const ready = (): Promise<void> => act(() => testTrainer().openings.at(-1)!.settle());
const over = (): void => act(() => testTrainer().say({ kind: "phase", phase: "done" }));
/** A changed race is opened only after a while. */
const reopened = async (): Promise<void> => {
  await act(() => new Promise((done) => setTimeout(done, 340)));
  await ready();
};
const at = (spec: RaceSpec, options = { isFresh: false, isWanted: false }) =>
  renderHook((shown) => useStepRace(shown, options), { initialProps: spec, wrapper: TestRace });

beforeEach(newTestRace);

it("the trainer is kept for a step as long as it is shown", () => {
  const { unmount } = at(own);
  expect(testTrainer().pages).toEqual([false]);
  unmount();
  expect(testTrainer().pages).toEqual([]);
});

describe("a race that is started", () => {
  it("runs as soon as it is ready", async () => {
    const { result } = at(own);
    act(() => result.current.start(own));
    expect(asked()).toBe("");
    await ready();
    expect(asked()).toBe("play");
  });

  it("waits until its figure is seen, and halts while it is not", async () => {
    const { result } = at(own);
    act(() => result.current.setSeen(false));
    act(() => result.current.start(own));
    await ready();
    expect(asked()).toBe("");
    act(() => result.current.setSeen(true));
    act(() => result.current.setSeen(false));
    act(() => result.current.setSeen(true));
    await act(async () => {});
    expect(asked()).toBe("play pause play");
  });

  it("stays halted, also where it was started twice or changed on the way", async () => {
    const { result, rerender } = at(own);
    act(() => result.current.start(own));
    await ready();
    act(() => result.current.start(own));
    act(() => result.current.stop());
    expect(phase()).toBe("paused");
    act(() => result.current.start(own));
    rerender(tried);
    act(() => result.current.start(tried));
    await reopened();
    expect(phase()).toBe("running");
    act(() => result.current.stop());
    await act(async () => {});
    expect([phase(), asked()]).toEqual(["paused", expect.stringMatching(/play pause$/)]);
  });

  it("does not go on once it is ready when it was halted meanwhile", async () => {
    const { result, rerender } = at(own);
    act(() => result.current.start(own));
    await ready();
    rerender(tried);
    act(() => result.current.start(tried));
    act(() => result.current.stop());
    await reopened();
    expect(phase()).toBe("paused");
  });

  it("begins anew where it is over, and is over only when it has come to its end again", async () => {
    const { result } = at(own);
    act(() => result.current.start(own));
    await ready();
    over();
    expect(result.current.isOver).toBe(true);
    act(() => result.current.start(own));
    expect(result.current.isOver).toBe(false);
    await ready();
    expect(asked()).toBe("play reset play");
    over();
    expect(result.current.isOver).toBe(true);
  });

  it("opens again after it broke", async () => {
    const { result } = at(own);
    await ready();
    act(() => testTrainer().crash("gone"));
    expect(result.current.isOver).toBe(true);
    act(() => result.current.start(own));
    await ready();
    expect(phase()).toBe("running");
    act(() => testTrainer().crash("gone"));
    expect([result.current.isOver, phase()]).toEqual([true, "failed"]);
  });
});

describe("the race of the next step", () => {
  it("is at rest, though that of the step before was on its way", async () => {
    const { result, rerender, unmount } = at(own);
    act(() => result.current.start(own));
    await ready();
    rerender(tried);
    act(() => result.current.start(tried));
    unmount();
    at(tried);
    await reopened();
    expect(phase()).toBe("paused");
  });

  it("runs by itself where its guess was locked in and has no answer yet", async () => {
    const { result } = at(own, { isFresh: false, isWanted: true });
    await ready();
    expect([phase(), result.current.isOver]).toEqual(["running", false]);
    over();
    expect(result.current.isOver).toBe(true);
  });

  it("begins anew where there is something to guess", async () => {
    const { result, unmount } = at(own);
    act(() => result.current.start(own));
    await ready();
    act(() => testTrainer().say({ kind: "pace", step: 40, stepsPerSecond: 10 }));
    unmount();
    at(own, { isFresh: true, isWanted: false });
    await ready();
    expect([phase(), testRace().step]).toEqual(["paused", 0]);
  });
});
