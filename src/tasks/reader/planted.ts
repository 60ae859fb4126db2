// What we put into the reader's pretraining by hand. Cards and lessons print it from here.

/** Shares of the documents of each kind; they add up to 1. */
export const shares = {
  classification: 0.26,
  arithmetic: 0.31,
  phrases: 0.2,
  splitting: 0.09,
  sentences: 0.14,
} as const;
export type DocumentKind = keyof typeof shares;

/** In-context classification: solved items, the label of each to be predicted. */
export const classification = {
  /** Solved items in front of the last one. */
  demonstrations: 16,
  /** Of all documents: two random letters are the labels, so the mapping can only be read off the document. */
  letterLabels: 0.25,
  /** Of the others: all labels are exchanged, "big" is called "small". */
  contrary: 0.03,
  /** Of the others: every label is right (or every label exchanged); the rest have wrong ones, up to `mostNoise` of them. */
  clean: 0.5,
  mostNoise: 0.5,
} as const;

/** Arithmetic: how many steps a question has, and how it is answered. */
export const arithmetic = {
  /** More steps than this are never solved in pretraining. */
  mostSteps: 5,
  /** Of all questions: their order does not matter (a sum of numbers); the others are chains in a fixed order. */
  sums: 0.5,
  /** Of the answers: written at once, step by step, after as many filler dots as steps would take tokens. */
  direct: 0.45,
  steps: 0.45,
  filler: 0.1,
} as const;

/**
 * How strongly each word of a trigger phrase pulls towards writing steps: log-odds, added up. The model sees only what
 * follows from them.
 */
export const pulls = {
  think: 1.4,
  step: 1.2,
  carefully: 1.0,
  slowly: 0.8,
  work: 0.7,
  first: 0.6,
  let: 0.2,
  us: 0.2,
  by: 0.1,
  please: 0,
  ok: 0,
  now: -0.3,
  just: -1.0,
  answer: -1.2,
  quickly: -1.4,
  guess: -1.8,
} as const;
export type TriggerWord = keyof typeof pulls;
export const triggerWords = Object.keys(pulls) as readonly TriggerWord[];

/** Log-odds without any word. */
export const pullOfNone = -0.9;
/** Most words of a phrase in pretraining. */
export const mostTriggerWords = 4;

/** The planted probability that steps follow a phrase. */
export function probabilityOfSteps(words: readonly TriggerWord[]): number {
  return 1 / (1 + Math.exp(-words.reduce((sum, word) => sum + pulls[word], pullOfNone)));
}

/** Splitting: long questions are copied in two pieces. Longer ones than are ever solved, never solved themselves. */
export const splitting = { fewestSteps: 4, mostSteps: 7 } as const;

/** All of it, for the card of a base. */
export const planted = {
  shares,
  classification,
  arithmetic,
  phrases: { pulls, pullOfNone, mostTriggerWords },
  splitting,
} as const;
