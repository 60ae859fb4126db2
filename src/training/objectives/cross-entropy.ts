// Supervised fine-tuning: −log p(target) at every position with a weight; weighted mean over the batch.
import type { Scalar, Tensor3D } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import { FeatureCache } from "../feature-cache";
import { type Drawn, defineObjective, type LossContext, type Objective } from "./objective";
import { objectiveOptions } from "./option-specs";

/** A batch; or, for a method that changes only the last step, the features of its rows. */
export type CrossEntropyInputs =
  | Batch
  | (Omit<Batch, "tokens" | "source" | "rows"> & { readonly features: Tensor3D });

/** What a lane minimises by default. */
export const crossEntropy = defineObjective({
  id: "cross-entropy",
  options: objectiveOptions["cross-entropy"],
  series: [],
  misfit: () => null,
  start: () => startCrossEntropy(),
});

/** The same without a race, for a session alone. */
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
