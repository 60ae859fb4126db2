import { array, assert, constantFrom, integer, property, shuffledSubarray } from "fast-check";
import { expect, test } from "vitest";
import { solve, writeQuestion } from "../../tasks/reader/arithmetic";
import { triggerWords } from "../../tasks/reader/planted";
import { longer, randomQuestion, readAsked, signs, toggled, writeAsked } from "./asked-prompt";
import { problemOf } from "./read-prompt";
import { readTrigger, writeTrigger } from "./trigger";

const anyPhrase = shuffledSubarray([...triggerWords], { maxLength: 4 });

test("a prompt comes back from its text: question, phrase, sign, and what was written after it", () => {
  const rest = array(constantFrom("a", "3", "…", "#"), { maxLength: 5 });
  assert(
    property(
      constantFrom("chain", "sum"),
      integer({ min: 1, max: 7 }),
      anyPhrase,
      constantFrom("=", ":"),
      rest,
      (order, steps, phrase, sign, rest) => {
        const prompt = { question: randomQuestion(order, steps, 1), phrase, sign, rest } as const;
        expect(readAsked(writeAsked(prompt))).toEqual(prompt);
      },
    ),
  );
});

test("text that does not start with a question is none", () => {
  expect(["", "whale big key", "chain 3 a", "chain 3 a + 44", "sum a"].map(readAsked)).toEqual(
    Array(5).fill(null),
  );
  expect(readAsked("chain 3 a + 4 please b")).toMatchObject({ phrase: ["please"], sign: "", rest: ["b"] });
});

test("a question grows by one step, to seven", () => {
  let question = randomQuestion("chain", 1, 2);
  for (let i = 0; i < 9; i++) question = longer(question);
  expect(question.steps).toHaveLength(7);
  expect(problemOf(writeQuestion(question).join(" "))).toBeNull();
  expect(solve(question)).toBeLessThan(10);
});

test("a phrase takes words in the order they are pressed, four at most", () => {
  const pressed = ["think", "step", "think", "by", "us", "ok", "now"] as const;
  const phrase = pressed.reduce<ReturnType<typeof toggled>>(toggled, []);
  expect(phrase).toEqual(["step", "by", "us", "ok"]);
});

test("the trigger of a variant is a phrase with a sign; any other is left alone", () => {
  assert(
    property(anyPhrase, constantFrom(...signs), (phrase, sign) => {
      expect(readTrigger(writeTrigger({ phrase, sign }))).toEqual({ phrase, sign });
    }),
  );
  expect(readTrigger("think : 4")).toBeNull();
});

test("a prompt that cannot be read says why", () => {
  expect(problemOf("  ")).toEqual({ kind: "empty" });
  expect(problemOf("chain 3 a + 4 unicorn unicorn")).toEqual({ kind: "unknown", words: ["unicorn"] });
  expect(problemOf(Array(52).fill("whale").join(" "))).toEqual({ kind: "too-long", over: 3 });
  expect(problemOf(Array(49).fill("whale").join(" "))).toBeNull();
});
