// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newTestRace, TestRace, testRace, testTrainer } from "../../race-view/test-race";
import { addLane } from "../../state/draft";
import { useKeptRuns } from "../../state/kept-runs";
import { evaluation } from "../../state/test-trainer";
import { useFormerRace } from "./use-former-race";

beforeEach(newTestRace);
afterEach(cleanup);

it("keeps the curves of a race that a new lane starts again, and leads back to it", async () => {
  const { result } = renderHook(useFormerRace, { wrapper: TestRace });
  const { draft } = testRace();
  await act(async () => {
    void testRace().open();
    await testTrainer().openings[0]!.settle();
    testTrainer().say({ kind: "evaluation", lane: 0, evaluation: evaluation(10, 0.5) });
  });
  expect(result.current.former).toBe(null);
  act(() => testRace().configure(addLane(testRace().draft)));
  expect(result.current.former).toEqual(draft);
  expect(useKeptRuns.getState().overlaid?.lanes[0]?.evaluations).toEqual([
    { step: 10, heldOutLoss: 0.5, score: 0 },
  ]);
  act(() => result.current.undo());
  expect([testRace().draft.lanes.length, result.current.former]).toEqual([draft.lanes.length, null]);
});
