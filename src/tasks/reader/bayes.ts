import { classification as planted } from "./planted";

/** How finely the unknown share of wrong labels is told apart. */
const grid = 1000;

/**
 * What a perfect reader of the pretraining documents would answer: the probability that the right label comes next, given
 * that `wrong` of the labels shown are wrong. It weighs a document with noise against a contrary one by how often we
 * planted each.
 */
export function chanceOfRightLabel(wrong: number, shown: number = planted.demonstrations): number {
  const { contrary } = planted;
  const natural = weigh(wrong, shown - wrong);
  const exchanged = weigh(shown - wrong, wrong);
  const right = (1 - contrary) * natural.fits + contrary * exchanged.breaks;
  const other = (1 - contrary) * natural.breaks + contrary * exchanged.fits;
  return right / (right + other);
}

/** Likelihood of so many labels against and with the rule of a document, the next one with it (fits) or against it. */
function weigh(against: number, along: number): { readonly fits: number; readonly breaks: number } {
  let fits = against === 0 ? planted.clean : 0;
  let breaks = 0;
  for (let i = 0; i < grid; i++) {
    const noise = ((i + 0.5) / grid) * planted.mostNoise;
    const likelihood = ((1 - planted.clean) / grid) * noise ** against * (1 - noise) ** along;
    fits += likelihood * (1 - noise);
    breaks += likelihood * noise;
  }
  return { fits, breaks };
}
