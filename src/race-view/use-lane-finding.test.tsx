// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it } from "vitest";
import { raceStore } from "../state/race";
import { fakeTrainer } from "../state/test-trainer";
import { ExperimentProvider } from "./ExperimentProvider";
import { useLaneFinding } from "./use-lane-finding";

const question = { kind: "groups", ids: ["000"] } as const;
let store: ReturnType<typeof raceStore>;
/** How often a lane was asked: that is what it answers. */
let count: number;

interface Asked {
  readonly isAsked: boolean;
  readonly about: string;
  readonly moment: number;
}
const asked = { isAsked: true, about: "en", moment: 1 };
const finding = () =>
  renderHook(
    ({ isAsked, about, moment }: Asked) =>
      useLaneFinding<"groups">(0, isAsked ? question : null, { about, moment })?.["000"],
    {
      initialProps: asked,
      wrapper: ({ children }: { readonly children: ReactNode }) => (
        <ExperimentProvider race={store}>{children}</ExperimentProvider>
      ),
    },
  );

beforeEach(async () => {
  const trainer = fakeTrainer();
  count = 0;
  store = raceStore(
    (...listeners) => ({
      ...trainer.connect(...listeners),
      examine: async () => ({ ok: true, value: { "000": ++count } }),
    }),
    () => ({ backend: null, workers: null }),
  );
  void store.getState().open();
  await trainer.openings.at(-1)!.settle();
});

it("is asked once, and again at another moment; the last finding stays until then", async () => {
  const { result, rerender } = finding();
  await act(async () => {});
  rerender({ ...asked });
  expect(result.current).toBe(1);
  rerender({ ...asked, moment: 2 });
  expect(result.current).toBe(1);
  await act(async () => {});
  expect([result.current, count]).toEqual([2, 2]);
});

it("is gone as soon as it is about something else, or not asked any more", async () => {
  const { result, rerender } = finding();
  await act(async () => {});
  rerender({ ...asked, about: "zh" });
  expect(result.current).toBeUndefined();
  await act(async () => {});
  expect(result.current).toBe(2);
  rerender({ ...asked, about: "zh", isAsked: false });
  expect(result.current).toBeUndefined();
  rerender({ ...asked, about: "zh" });
  expect(result.current).toBeUndefined();
  await act(async () => {});
  expect(result.current).toBe(3);
});
