import type { KindOf, Measure, Run, TermMeasure } from "./run";

/** A measure of a run, or a plain number. `times` scales it, `plus` is added afterwards. */
export type Term =
  | { readonly run: string; readonly of: Measure; readonly times?: number; readonly plus?: number }
  | { readonly value: number };

/** A sentence of a lesson as data: the relation that must hold between measured figures for the sentence to be true. */
export interface Claim<T extends Term = Term> {
  readonly id: string;
  /** The relation must hold for every one of them. */
  readonly left: readonly T[];
  readonly is: "at-least" | "at-most" | "equals";
  /** How much equal terms may differ, in their own unit; by default less than three decimals can show. */
  readonly within?: number;
  readonly right: T;
  /** What the words say of the relation: a claim of the survey that does not hold here "fails", and the lesson says so. */
  readonly verdict: "holds" | "fails";
}

/** What one lesson rests on: its runs by name, and the claims made of them. Kept in src/claims/<lesson>.ts. */
export interface LessonClaims {
  /** The lesson's id. */
  readonly lesson: string;
  readonly runs: Readonly<Record<string, Run>>;
  readonly claims: readonly Claim[];
}

type Runs = Readonly<Record<string, Run>>;

/** A term of one of these runs: its name is one of theirs, its measure one that its kind has. */
type TermOf<R extends Runs> =
  | {
      [Name in keyof R & string]: {
        readonly run: Name;
        readonly of: TermMeasure<KindOf<R[Name]>>;
        readonly times?: number;
        readonly plus?: number;
      };
    }[keyof R & string]
  | { readonly value: number };

/** Lets the compiler check that the terms of a lesson's claims name the lesson's runs. */
export function defineClaims<const R extends Runs>(claims: {
  readonly lesson: string;
  readonly runs: R;
  readonly claims: readonly Claim<TermOf<NoInfer<R>>>[];
}): LessonClaims {
  return claims;
}
