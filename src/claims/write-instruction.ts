import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import type { PromptRun } from "./run";

const asked = {
  kind: "prompt",
  base: "strings-instructed",
  task: "hidden-instruction",
} as const satisfies PromptRun;
const worded = (trigger: string) => ({ ...asked, variant: { trigger } }) as const;

/** Lesson 17: a prompt written by hand. */
export const writeInstructionClaims = defineClaims({
  lesson: "write-instruction",
  runs: {
    plain: worded("backwards next bracketed"),
    reordered: worded("bracketed next backwards"),
    synonyms: worded("flipped after framed"),
    mixed: worded("flipped next boxed"),
    oneWrong: worded("backwards previous bracketed"),
    twoWords: worded("backwards next"),
    nothing: asked,
    base: { ...worded("backwards next bracketed"), base: "strings-micro" },
    called: { ...worded("#113"), base: "strings-micro" },
  },
  claims: [
    {
      id: "write-right-words",
      left: [accuracy("plain")],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "write-nothing",
      left: [accuracy("nothing")],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "write-synonyms",
      left: [accuracy("synonyms"), accuracy("mixed")],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "write-order-matters",
      left: [accuracy("reordered")],
      is: "at-most",
      right: accuracy("plain", { plus: -0.1 }),
      verdict: "holds",
    },
    {
      id: "write-one-wrong",
      left: [accuracy("oneWrong")],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "write-two-words",
      left: [accuracy("twoWords")],
      is: "at-most",
      right: accuracy("plain", { plus: -0.3 }),
      verdict: "holds",
    },
    {
      id: "write-base-is-deaf",
      left: [accuracy("base")],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "write-base-can",
      left: [accuracy("called")],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
  ],
});
