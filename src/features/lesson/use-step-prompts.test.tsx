// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it } from "vitest";
import { largerModelsClaims } from "../../claims/larger-models";
import { nothingScored } from "../../experiments/prompt/prompt-progress";
import { PromptProvider } from "../../prompt-view/PromptProvider";
import { promptStore } from "../../state/prompt-experiment";
import { fakeTrainer } from "../../state/test-trainer";
import { partsOf } from "./prompt-parts";
import { useStepPrompts } from "./use-step-prompts";

const parts = partsOf(largerModelsClaims, ["letters", "lettersNano", "lettersTiny"]);
let trainer: ReturnType<typeof fakeTrainer>;
let store: ReturnType<typeof promptStore>;
let keys = 0;
const bases = (): readonly string[] => trainer.prompts.map(({ spec }) => spec.base);
const asked = (): string => trainer.asked.join(" ");
/** The experiment that was opened last is ready. */
const ready = (): Promise<void> => act(() => trainer.prompts.at(-1)!.settle());
const answered = (right: number): void =>
  act(() =>
    trainer.say(
      { kind: "scored", variant: 0, ...nothingScored, right, of: 200 },
      { kind: "phase", phase: "done" },
    ),
  );
const at = (options = { isWanted: false, hasBench: false }, key = `step ${keys++}`) =>
  renderHook(() => useStepPrompts(parts, key, options), {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <PromptProvider experiment={store}>{children}</PromptProvider>
    ),
  });

beforeEach(() => {
  trainer = fakeTrainer();
  store = promptStore(trainer.connect, () => ({ backend: null }));
});

it("asks one part after the other, keeps the results of each, and rests at the end", async () => {
  const { result } = at();
  await ready();
  expect(asked()).toBe("");
  act(() => result.current.start());
  for (const right of [190, 100, 99]) {
    await act(async () => {});
    if (store.getState().phase === "loading") await ready();
    answered(right);
  }
  expect(bases()).toEqual(["reader-micro", "reader-nano", "reader-tiny"]);
  expect(result.current.isOver).toBe(true);
  expect(result.current.progress.map((one) => one?.variants[0]?.right)).toEqual([190, 100, 99]);
});

it("goes back to the first base at the end where there is a bench for it", async () => {
  const { result } = at({ isWanted: true, hasBench: true });
  for (const right of [190, 100, 99]) {
    await ready();
    answered(right);
  }
  await ready();
  expect(bases().at(-1)).toBe("reader-micro");
  expect(result.current.isOver).toBe(true);
  expect(store.getState().phase).toBe("paused");
});

it("halts while it is not seen, and when it is left", async () => {
  const { result, unmount } = at({ isWanted: true, hasBench: false });
  act(() => result.current.setSeen(false));
  await ready();
  expect(asked()).toBe("");
  act(() => result.current.setSeen(true));
  await act(async () => {});
  expect(asked()).toBe("play");
  unmount();
  await act(async () => {});
  expect(asked()).toBe("play pause");
});

it("keeps results for when the step is shown again, until all is asked again", async () => {
  const first = at({ isWanted: true, hasBench: false }, "kept");
  await ready();
  answered(190);
  first.unmount();
  const { result } = at({ isWanted: false, hasBench: false }, "kept");
  expect(result.current.progress[0]?.variants[0]?.right).toBe(190);
  expect(result.current.progress[1]).toBeUndefined();
  act(() => result.current.reset());
  expect(result.current.progress[0]?.variants[0]?.right).toBeUndefined();
});

it("is over where the engine breaks, and asks again at a press", async () => {
  const { result } = at({ isWanted: true, hasBench: false });
  await act(() => trainer.prompts.at(-1)!.settle({ ok: false, failure: { kind: "engine", detail: "lost" } }));
  expect(result.current.isOver).toBe(true);
  act(() => result.current.start());
  await ready();
  await act(async () => {});
  expect(asked()).toBe("play");
});
