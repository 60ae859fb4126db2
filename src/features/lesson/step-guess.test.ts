// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useStepGuess } from "./step-guess";

it("keeps the guess of each step when nothing shows it any longer, until it is forgotten", () => {
  const first = renderHook(() => useStepGuess("lora", "rank"));
  act(() => first.result.current.change({ guess: { kind: "choice", option: "four" } }));
  act(() => first.result.current.change({ isAnswered: true }));
  first.unmount();

  const again = renderHook(({ step }) => useStepGuess("lora", step), { initialProps: { step: "alpha" } });
  expect(again.result.current).toMatchObject({ guess: null, isAnswered: false });
  again.rerender({ step: "rank" });
  expect(again.result.current).toMatchObject({
    sketch: null,
    guess: { kind: "choice", option: "four" },
    isAnswered: true,
  });
  act(() => again.result.current.forget());
  expect(again.result.current).toMatchObject({ sketch: null, guess: null, isAnswered: false });
});
