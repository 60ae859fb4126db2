import { defineClaims } from "./claim";
import { instructed } from "./instruction-runs";

const pair = (tasks: number, wordings?: number) =>
  ({
    ...instructed({ tasks, ...(wordings !== undefined && { wordings }) }),
    base: "strings-pair",
  }) as const;
/** A decoder with as many parameters as the encoder and the decoder of the pair together. */
const largeDecoder = (tasks: number) => ({ ...instructed({ tasks }), base: "strings-mini" }) as const;

/** Lesson 21: instruction tuning of an encoder and a decoder (Sanh et al. 2021, T0, arXiv 2110.08207). */
export const t0Claims = defineClaims({
  lesson: "t0",
  runs: {
    pair8: pair(8),
    pair48: pair(48),
    longer: { ...pair(48), steps: 800 },
    nineWordings: pair(48, 9),
    decoder8: instructed({ tasks: 8 }),
    decoder48: instructed({ tasks: 48 }),
    large8: largeDecoder(8),
    large48: largeDecoder(48),
  },
  claims: [
    {
      id: "t0-follows-too",
      left: [{ run: "pair48", of: "score" }],
      is: "at-least",
      right: { value: 0.8 },
      verdict: "holds",
    },
    {
      id: "t0-few-tasks",
      left: [{ run: "pair8", of: "score" }],
      is: "at-most",
      right: { run: "pair48", of: "score", plus: -0.4 },
      verdict: "holds",
    },
    {
      id: "t0-decoder",
      left: [{ run: "decoder48", of: "score" }],
      is: "at-least",
      right: { run: "decoder8", of: "score", plus: 0.4 },
      verdict: "holds",
    },
    {
      id: "t0-parameters",
      left: [{ run: "pair48", of: "trained" }],
      is: "at-least",
      right: { run: "decoder48", of: "trained", times: 2 },
      verdict: "holds",
    },
    {
      id: "t0-same-size",
      left: [{ run: "large48", of: "trained" }],
      is: "equals",
      within: 2500,
      right: { run: "pair48", of: "trained" },
      verdict: "holds",
    },
    {
      id: "t0-large-decoder",
      left: [{ run: "large48", of: "score" }],
      is: "at-least",
      right: { run: "large8", of: "score", plus: 0.4 },
      verdict: "holds",
    },
    {
      id: "t0-unfinished",
      left: [{ run: "pair48", of: "onTrained" }],
      is: "equals",
      within: 0.05,
      right: { run: "pair48", of: "score" },
      verdict: "holds",
    },
    {
      id: "t0-longer",
      left: [{ run: "longer", of: "score" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "t0-few-learned",
      left: [{ run: "pair8", of: "onTrained" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "t0-new-wording",
      left: [{ run: "pair48", of: "newWording" }],
      is: "at-most",
      right: { run: "pair48", of: "score", plus: -0.03 },
      verdict: "holds",
    },
    {
      id: "t0-nine-wordings",
      left: [{ run: "nineWordings", of: "newWording" }],
      is: "at-least",
      right: { run: "nineWordings", of: "score", plus: -0.03 },
      verdict: "holds",
    },
    {
      id: "t0-forgets",
      left: [{ run: "pair48", of: "known" }],
      is: "at-most",
      right: { run: "pair48", of: "knownBefore", plus: -0.4 },
      verdict: "holds",
    },
  ],
});
