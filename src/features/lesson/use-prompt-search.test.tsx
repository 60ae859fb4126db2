// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it } from "vitest";
import type { SearchFinding, SearchLook } from "../../experiments/prompt/search";
import { PromptProvider } from "../../prompt-view/PromptProvider";
import { promptStore } from "../../state/prompt-experiment";
import { fakeTrainer } from "../../state/test-trainer";
import { usePromptSearch } from "./use-prompt-search";

const plan = { proposals: 2, keep: 1, perRound: 2 };
const fresh = [true, false].map((isRight) => ({ item: { input: "", answer: "" }, answer: "", isRight }));
/** Proposes "a" and "b", where the later one is better; says how many pairs it knows. */
const answer = ({ ask, pairs }: SearchLook): SearchFinding => {
  const triggers = ask.what === "score" ? ask.triggers : ["a", "b"];
  return {
    pairs: Array(pairs).fill({ input: "", answer: "" }),
    candidates: ask.what === "try" ? [] : triggers.map((trigger, score) => ({ trigger, score })),
    fresh: ask.what === "try" ? fresh : [],
  };
};
let store: ReturnType<typeof promptStore>;
/** Lets what was asked be answered. */
let reply: () => void;

const search = (pairs: number) =>
  renderHook((count: number) => usePromptSearch({ pairs: count }, plan, true), {
    initialProps: pairs,
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <PromptProvider experiment={store}>{children}</PromptProvider>
    ),
  });
const replied = (): Promise<void> => act(async () => reply());

beforeEach(async () => {
  const trainer = fakeTrainer();
  const waiting: (() => void)[] = [];
  reply = () => {
    for (const go of waiting.splice(0)) go();
  };
  store = promptStore(
    (...listeners) => ({
      ...trainer.connect(...listeners),
      look: (look) =>
        new Promise((resolve) => {
          if (look.kind === "search") waiting.push(() => resolve({ ok: true, value: answer(look) }));
        }),
    }),
    () => ({ backend: null }),
  );
  void store.getState().open();
  await trainer.prompts.at(-1)!.settle();
});

it("takes one round at a press, and tries the best on fresh questions", async () => {
  const { result } = search(5);
  await replied();
  expect(result.current.pairs).toHaveLength(5);
  act(() => result.current.next());
  expect(result.current.isFree).toBe(false);
  await replied();
  await replied();
  expect(result.current.pool.map(({ trigger }) => trigger)).toEqual(["b", "a"]);
  expect(result.current.rounds).toEqual([{ scored: 2, best: "b", accuracy: 0.5 }]);
  act(() => result.current.add("c"));
  await replied();
  expect(result.current.pool).toHaveLength(3);
});

it("drops what a search finds that was left for other pairs, or started again", async () => {
  const { result, rerender } = search(5);
  await replied();
  act(() => result.current.add("c"));
  rerender(1);
  await replied();
  expect(result.current.pool).toEqual([]);
  expect(result.current.pairs).toHaveLength(1);
  act(() => result.current.add("c"));
  act(() => result.current.restart());
  await replied();
  expect(result.current.pool).toEqual([]);
});
