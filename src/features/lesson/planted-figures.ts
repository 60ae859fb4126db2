import { findBase } from "../../bases/index";
import {
  arithmetic,
  classification,
  mostTriggerWords,
  probabilityOfSteps,
  splitting,
} from "../../tasks/reader/planted";

/** A share of documents or labels, or a plain count. */
export type PlantedFigure = { readonly share: number } | { readonly count: number };

/** What we put into the reader's pretraining by hand, under the names that lessons print it by. */
export const plantedFigures = {
  /** Steps of pretraining of the finished model. */
  pretraining: { count: findBase("reader-micro")?.recipe.steps ?? Number.NaN },
  /** Demonstrations in front of the last item. */
  demonstrations: { count: classification.demonstrations },
  /** Documents with two random letters in place of the label words. */
  letterLabels: { share: classification.letterLabels },
  /** Of the others: documents in which every label means the opposite. */
  contrary: { share: classification.contrary },
  /** Of the others: documents with some wrong labels, and the largest share of wrong labels in one. */
  noisy: { share: 1 - classification.clean },
  mostNoise: { share: classification.mostNoise },
  /** Steps of the longest question that is solved. */
  mostSteps: { count: arithmetic.mostSteps },
  /** Of all answers: written at once, in steps, after filler dots. */
  direct: { share: arithmetic.direct },
  steps: { share: arithmetic.steps },
  filler: { share: arithmetic.filler },
  /** Probability that steps follow a question without a phrase, and one with "think step" or "guess". */
  stepsUnasked: { share: probabilityOfSteps([]) },
  stepsThinkStep: { share: probabilityOfSteps(["think", "step"]) },
  stepsGuess: { share: probabilityOfSteps(["guess"]) },
  /** Words of the longest phrase. */
  mostWords: { count: mostTriggerWords },
  /** Steps of the longest question that is split, but never solved. */
  longestSplit: { count: splitting.mostSteps },
} as const satisfies Readonly<Record<string, PlantedFigure>>;

/** Whether something was planted under this name. */
export function isPlanted(name: string): name is keyof typeof plantedFigures {
  return Object.hasOwn(plantedFigures, name);
}
