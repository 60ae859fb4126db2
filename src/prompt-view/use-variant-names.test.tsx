// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { defaultPrompt, plainVariant } from "../experiments/prompt/default-prompt";
import type { PromptSpec, PromptVariant } from "../experiments/prompt/prompt-spec";
import { startAllWords } from "../i18n/test-words";
import { useVariantName } from "./use-variant-name";
import { useVariantNames } from "./use-variant-names";

beforeAll(() => startAllWords("en"));

const spec: PromptSpec = { ...defaultPrompt(), base: "reader-micro", task: { id: "chain" } };
const of = (variant: Partial<PromptVariant>, more: Partial<PromptSpec> = {}): PromptSpec => ({
  ...spec,
  ...more,
  variants: [{ ...plainVariant, ...variant }],
});
const names = (...asked: readonly PromptSpec[]): readonly string[] =>
  renderHook(() => useVariantNames()).result.current(asked);

it.each([
  [
    "what differs",
    [of({ length: 5 }), of({ length: 5, trigger: "think" })],
    ["no phrase", "trigger “think”"],
  ],
  [
    "base and snapshot where only they differ",
    [of({}), of({}, { base: "reader-tiny" }), of({}, { from: { step: 500 } })],
    [
      "reader-micro, fully pretrained",
      "reader-tiny, fully pretrained",
      "reader-micro, after 500 steps of pretraining",
    ],
  ],
  [
    "which answer counts",
    [of({ procedure: "wrong-step", expected: "implied" }), of({ procedure: "wrong-step" })],
    ["what the prompt implies", "the true answer"],
  ],
  [
    "the missing phrase, however they are sampled",
    [of({ length: 5 }), of({ length: 5, decode: { ...plainVariant.decode, temperature: 1 } })],
    ["the question alone", "temperature 1"],
  ],
  ["all that one alone has", [of({ length: 7, trigger: ":" })], ["trigger “:”"]],
])("experiments are named by %s", (_, asked, expected) => {
  expect(names(...asked)).toEqual(expected);
});

it.each([
  ["of a plain question", {}, "the question alone"],
  ["of plain questions of one length", { length: 5 }, "no phrase, 5 steps"],
  ["of a prompt that holds more", { length: 5, trigger: "think" }, "trigger “think”, 5 steps"],
])("the name %s says what the prompt holds", (_, variant, expected) => {
  const { result } = renderHook(() => useVariantName());
  expect(result.current({ ...plainVariant, ...variant })).toBe(expected);
});
