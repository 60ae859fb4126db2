// Supervised fine-tuning: −log p(target) at every position that counts, weighted mean over the batch.
import type { Scalar, Tensor3D } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import { FeatureCache } from "../feature-cache";
import { type Drawn, defineObjective, type LossContext, type Objective } from "./objective";
import { objectiveOptions } from "./option-specs";

/** A batch, or the features of its rows: what a lane reads whose method changes the last step alone. */
export type CrossEntropyInputs =
  | Batch
  | (Omit<Batch, "tokens" | "source" | "rows"> & { readonly features: Tensor3D });

/** What every lane minimises unless told otherwise. */
export const crossEntropy = defineObjective({
  id: "cross-entropy",
  options: objectiveOptions["cross-entropy"],
  series: [],
  misfit: () => null,
  start: () => startCrossEntropy(),
});

/** The same without a race around it. */
export function startCrossEntropy(): Objective<CrossEntropyInputs> {
  let cache: FeatureCache | undefined;
  return {
    inputs({ subject, supervised }): Drawn<CrossEntropyInputs> {
      const { examples, batch } = supervised();
      if (!subject.edits.readsOnlyFeatures) return { inputs: batch };
      cache ??= new FeatureCache(subject.ops, subject.model);
      const { targets, weights, normaliser } = batch;
      return { inputs: { features: cache.of(examples, batch), targets, weights, normaliser } };
    },
    loss: crossEntropyLoss,
    dispose: () => cache?.dispose(),
  };
}

function crossEntropyLoss({ ops, logits, readOut }: LossContext, inputs: CrossEntropyInputs): Scalar {
  const { targets, weights, normaliser } = inputs;
  const predicted = "features" in inputs ? readOut(inputs.features) : logits(inputs.tokens, inputs);
  return ops.crossEntropy(predicted, targets, weights, normaliser) as Scalar;
}
