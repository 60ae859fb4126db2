import type { Decoding } from "./prompt-spec";

/** Questions a step: one variant answers this many, then it is the turn of the next. */
export const questionsAtOnce = 32;

/** Most sequences that are written at once, samples counted one by one. */
export const mostRows = 128;

/** How many answers to each question are sampled: greedy ones would all be the same. */
export function samplesOf({ temperature, samples }: Decoding): number {
  return temperature > 0 ? samples : 1;
}

/** Sequences that go through the model at once. */
export function rowsAtOnce(decode: Decoding): number {
  return Math.min(mostRows, questionsAtOnce * samplesOf(decode));
}
