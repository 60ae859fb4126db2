import i18next from "i18next";
import { expect, it } from "vitest";
import { startAllWords } from "../i18n/test-words";
import { wordsOf } from "../i18n/words";
import { failureText } from "./failure-text";

it.each([
  ["en", "LLaMA-Adapter needs a model with one stack of blocks"],
  ["zh", "LLaMA-Adapter 只适用于单栈模型"],
] as const)("says in %s which method a base cannot take, and why", async (language, start) => {
  await startAllWords(language);
  const t = i18next.getFixedT<["playground", "app"]>(language, ["playground", "app"]);
  const text = failureText(
    { kind: "method", method: "llama-adapter", reason: "one-stack" },
    t,
    wordsOf(i18next),
  );
  expect(text.startsWith(start)).toBe(true);
});
