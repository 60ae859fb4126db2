import { chanceOfRightLabel } from "../tasks/reader/bayes";
import { classification } from "../tasks/reader/planted";

const { demonstrations } = classification;

/** What a reader that knows how pretraining documents were made would answer, over the percentage of wrong labels. */
export const bayesPoints: readonly { readonly x: number; readonly share: number }[] = Array.from(
  { length: demonstrations + 1 },
  (_, wrong) => ({ x: (100 * wrong) / demonstrations, share: chanceOfRightLabel(wrong) }),
);
