import { assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { defaultPrompt } from "../experiments/prompt/default-prompt";
import { findTask } from "../tasks/index";
import { mostTyped, readLabLink, writeLabLink } from "./lab-link";
import { labTasks } from "./lab-tasks";

test("brings any prompt back exactly, whatever was typed", () => {
  const typed = string({ unit: constantFrom(..."whale+ %&=#?;:日"), maxLength: 60 });
  assert(
    property(constantFrom(...labTasks), typed, (task, prompt) => {
      const spec = defaultPrompt(findTask(task));
      expect(readLabLink(writeLabLink({ spec, prompt }))).toEqual({ spec, task, prompt, issues: [] });
    }),
  );
});

test("can be read by people", () => {
  const spec = defaultPrompt(findTask("chain"));
  expect(writeLabLink({ spec, prompt: "chain 3 a + 4 :" })).toMatch(
    /task=chain.*&prompt=chain\+3\+a\+%2B\+4\+%3A$/,
  );
});

test("keeps what is right, and says what is not", () => {
  const read = readLabLink("task=numerals&base=reader-nano&step=77&prompt=%E0&prompt=whale&seed=5");
  expect(read).toMatchObject({ task: "thing-label", prompt: null, spec: { base: "reader-nano", seed: 5 } });
  expect(read.issues.map(({ part, reason }) => `${part} ${reason}`)).toEqual([
    "step=77 not-a-choice",
    "prompt=%E0 malformed",
    "prompt=whale twice",
    "task=numerals not-a-choice",
  ]);
});

test("cuts a prompt that no reader could read", () => {
  const prompt = readLabLink(`prompt=${"a+".repeat(mostTyped)}`).prompt;
  expect(prompt?.length).toBe(mostTyped);
});
