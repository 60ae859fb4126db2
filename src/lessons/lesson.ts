import type { MDXContent } from "mdx/types";
import type { ComponentType } from "react";
import type { LessonClaims } from "../claims/claim";
import type { LessonFigures } from "../claims/figures";
import type { Measure } from "../claims/run";
import type { Language } from "../i18n/languages";
import type { PolicySettings } from "../state/preference-race";

/** A measured figure of a run: of the run made here once it is done, of the recorded one before. */
export type Measured = (run: string, of: Measure) => number;

/** What a learner may guess before the run. The answer is never written down: it comes out of the figures. */
export type Prediction =
  /** One of some options, worded in the text as <Option id="…">. */
  | {
      readonly kind: "choice";
      readonly options: readonly string[];
      readonly answer: (measured: Measured) => string;
    }
  /** The runs of the figure in order of a measure, the largest first. */
  | { readonly kind: "order"; readonly runs: readonly string[]; readonly by: Measure }
  /** The curve of held-out loss of a run, drawn by five points. */
  | { readonly kind: "curve"; readonly run: string };

/** What stands beneath the curves of a race. */
export type Pane =
  /** Held-out questions with each lane's answer. */
  | "questions"
  /** What the base knew before, and still knows. */
  | "known"
  /** Block of the transformer: what the last named lane trains. */
  | "block"
  /** Bytes that training and keeping each lane needs. */
  | "memory"
  /** The 64 string tasks as a cube: ticked ones are trained, all are scored. */
  | "cube"
  /** A training example of each lane, token by token: which tokens count in the loss. */
  | "example"
  /** One task or many, a vector or every parameter: each cell is a run that can be started. */
  | "two-by-two"
  /** The tokens that a trained prompt vector is nearest to. */
  | "nearest";

/** What a lesson's own figure is given: null where the figures could not be fetched. */
export interface OwnFigureProps {
  readonly figures: LessonFigures | null;
}

/** How the scores of a prompt step are drawn. */
export type ScoreView =
  /** A bar for each run. */
  | { readonly kind: "bars" }
  /**
   * The share right over a setting of the variant (percent of wrong labels, steps of a question), over the votes that
   * count, the tokens written, or the pretraining step of the base. Runs that agree in everything else are one line.
   * bayes: with the curve of a reader that knows what was planted in pretraining.
   */
  | {
      readonly kind: "curve";
      readonly over: "wrong" | "length" | "votes" | "tokens" | "snapshot";
      readonly bayes?: boolean;
    };

/**
 * What a learner does with one prompt: sets the labels of demonstrations; follows an answer step by step and changes a
 * step; writes a trigger phrase; draws answers that vote; splits a question; writes an instruction for a task shown by pairs;
 * searches for such an instruction, or for a trigger phrase, round by round.
 */
export type Bench =
  | "labels"
  | "steps"
  | "phrase"
  | "votes"
  | "split"
  | "instruction"
  | "instruction-search"
  | "phrase-search";

/** The figure beside a step, by the kind of experiment. */
export type StepFigure =
  /** The real engine with these runs as lanes (all of one base, task, batch and number of steps). */
  | {
      readonly kind: "race";
      readonly runs: readonly string[];
      readonly panes?: readonly Pane[];
      /** Draws the training loss beside that on held-out data. */
      readonly withTraining?: boolean;
    }
  /** One question to the base of a run, asked live: its tokens, what comes next, the loss of an answer, a step on it. */
  | {
      readonly kind: "basics";
      readonly part: "tokens" | "guess" | "surprise" | "step";
      readonly run: string;
    }
  /** A frozen base under these variants of the prompt (all of one task and number of questions), asked live. */
  | {
      readonly kind: "prompt";
      readonly runs: readonly string[];
      /** By default bars. */
      readonly view?: ScoreView;
      /** What the learner tries on one prompt, above the scores. */
      readonly bench?: Bench;
    }
  /** What the reader chooses, the reward learned from it, the policy that follows it; `start`: its switches at first. */
  | {
      readonly kind: "preferences";
      readonly parts: readonly ("desk" | "reward" | "policy")[];
      readonly start?: Partial<PolicySettings>;
      readonly hasFrontier?: boolean;
    }
  /** Drawn by a component of the lesson's own. */
  | { readonly kind: "own"; readonly Figure: ComponentType<OwnFigureProps> };

/** One screen: a question or claim, a figure, one thing to do. Words are in <Step id="…"> of en.mdx and zh.mdx. */
export interface LessonStep {
  readonly id: string;
  readonly figure: StepFigure;
  readonly predict?: Prediction;
}

/** A lesson: figures and order here, words in MDX. */
export interface Lesson extends LessonInfo {
  readonly claims: LessonClaims;
  readonly steps: readonly LessonStep[];
  readonly words: Readonly<Record<Language, MDXContent>>;
}

/** What the list of lessons knows without loading one. */
export interface LessonInfo {
  readonly id: string;
  /** How long it takes, in minutes. */
  readonly minutes: number;
  /** Section of the survey it is about. */
  readonly section: string;
}
