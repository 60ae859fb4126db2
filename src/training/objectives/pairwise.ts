// −log σ(r(better) − r(worse)): a reward model from preferences, a scalar r for each sequence.
import { papers } from "../../lib/papers";
import { Annotator } from "./annotator";
import { type Drawn, defineObjective, needsDecoder } from "./objective";
import { objectiveOptions } from "./option-specs";
import { accuracyOf, meanLoss } from "./pairs";
import { type PairwiseInputs, pairwiseInputs, pairwiseLoss, rewardMargins } from "./pairwise-loss";
import { collectPairs, type Pair } from "./preferences";

const heldOutPairs = 128;

export const pairwise = defineObjective({
  id: "pairwise",
  options: objectiveOptions.pairwise,
  series: ["accuracy"],
  paper: papers["bradley-terry"],
  head: ({ pool }) => ({ kind: "scalar", pool }),
  misfit: needsDecoder,
  start({ options, task, batch: size, preferences }) {
    const annotator = new Annotator(task, options.prefer, "pairwise", preferences);
    let train: readonly Pair[] | undefined;
    let heldOut: readonly Pair[] | undefined;
    return {
      async inputs({ random, reference }): Promise<Drawn<PairwiseInputs>> {
        await annotator.meet(reference);
        train ??= await collectPairs(annotator, reference, "train", options.pairs);
        const all = train;
        const pairs = Array.from({ length: size }, () => random.pick(all));
        return { inputs: pairwiseInputs(pairs, options.pool, task.context) };
      },
      loss: pairwiseLoss,
      async measure({ subject, reference }) {
        await annotator.meet(reference);
        heldOut ??= await collectPairs(annotator, reference, "heldOut", heldOutPairs);
        const margins = await rewardMargins(subject, heldOut, options.pool);
        const accuracy = accuracyOf(margins);
        return { series: { accuracy }, own: { loss: meanLoss(margins), exact: accuracy } };
      },
    };
  },
});
