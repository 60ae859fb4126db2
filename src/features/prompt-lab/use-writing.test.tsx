// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it } from "vitest";
import { defaultPrompt } from "../../experiments/prompt/default-prompt";
import { PromptProvider } from "../../prompt-view/PromptProvider";
import { promptStore } from "../../state/prompt-experiment";
import { fakeTrainer } from "../../state/test-trainer";
import { findTask } from "../../tasks/index";
import { mostTokens } from "./read-prompt";
import { useWriting } from "./use-writing";

let store: ReturnType<typeof promptStore>;
const writingAfter = (prompt: string, most = 30) =>
  renderHook((text: string) => useWriting(text, most, null), {
    initialProps: prompt,
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <PromptProvider experiment={store}>{children}</PromptProvider>
    ),
  });

beforeEach(async () => {
  const trainer = fakeTrainer();
  /** A base that writes "3" after everything, and ends after three of them. */
  store = promptStore(
    (...listeners) => ({
      ...trainer.connect(...listeners),
      look: async (look) => {
        const tokens = look.kind === "next" ? look.prompt.split(" ") : [];
        const choices = tokens.map((_, i) => [
          { token: tokens.slice(i - 2, i + 1).join("") === "333" ? "." : "3", chance: 0.9 },
        ]);
        return { ok: true, value: { tokens, choices } };
      },
    }),
    () => ({ backend: null }),
  );
  store.getState().configure(defaultPrompt(findTask("chain")));
  void store.getState().open();
  await trainer.prompts.at(-1)!.settle();
});

it("a prompt of as many tokens as fit can be written after once, and says what may come", async () => {
  const { result } = writingAfter(Array(mostTokens).fill("whale").join(" "));
  await act(async () => {});
  expect([result.current.isAtEnd, result.current.at]).toEqual([false, mostTokens - 1]);
  expect(result.current.choices?.[0]?.token).toBe("3");
  act(() => result.current.choose("3"));
  expect([result.current.isAtEnd, result.current.tokens.length]).toEqual([true, mostTokens + 1]);
});

it("writes to the end of the answer, takes tokens back, and drops them with another prompt", async () => {
  const { result, rerender } = writingAfter("chain 3 a + 4 :");
  await act(async () => {});
  await act(() => result.current.toEnd());
  expect(result.current.tokens.slice(result.current.given)).toEqual(["3", "3", "3", "."]);
  expect(result.current.isAtEnd).toBe(true);
  act(() => result.current.undo());
  expect(result.current.tokens.slice(result.current.given)).toEqual(["3", "3", "3"]);
  rerender("chain 3 a + 5 :");
  expect(result.current.tokens.slice(result.current.given)).toEqual([]);
});
