import { registerGradient, type Tensor } from "@tensorflow/tfjs-core";
import { type Attributes, run } from "../run-kernel";

/** x w. */
const times = (x: Tensor, w: Tensor): Tensor =>
  run("TuningMatMul", { x, w }, { transposeX: false, transposeW: false });
/** x wᵀ. */
const timesTransposed = (x: Tensor, w: Tensor): Tensor =>
  run("TuningMatMul", { x, w }, { transposeX: false, transposeW: true });
/** xᵀ w. */
const transposedTimes = (x: Tensor, w: Tensor): Tensor =>
  run("TuningMatMul", { x, w }, { transposeX: true, transposeW: false });

/**
 * Registers the gradients of the fused kernels. Each gradient is computed only where it is asked for, so that a frozen
 * weight costs nothing.
 */
export function registerFusedGradients(): void {
  registerGradient({
    kernelName: "TuningMatMul",
    inputsToSave: ["x", "w"],
    gradFunc: (dy, saved, attributes) => {
      const [x, w] = saved as [Tensor, Tensor];
      const grad = dy as Tensor;
      const transposed = Boolean((attributes as Attributes | undefined)?.transposeW);
      return {
        x: () => (transposed ? times(grad, w) : timesTransposed(grad, w)),
        w: () => (transposed ? transposedTimes(grad, x) : transposedTimes(x, grad)),
        bias: () => run("TuningSumRows", { x: grad }),
      };
    },
  });
  registerGradient({
    kernelName: "TuningNarrow",
    inputsToSave: ["x", "A"],
    gradFunc: (dy, saved, attributes) => {
      const [x, A] = saved as [Tensor, Tensor];
      const { factor } = attributes as { factor: number };
      const scaled = run("TuningScale", { x: dy as Tensor }, { factor });
      return {
        x: () => timesTransposed(scaled, A),
        A: () => transposedTimes(x, scaled),
      };
    },
  });
  registerGradient({
    kernelName: "TuningAddProduct",
    inputsToSave: ["x", "w"],
    gradFunc: (dy, saved) => {
      const [x, w] = saved as [Tensor, Tensor];
      const grad = dy as Tensor;
      return {
        start: () => grad.clone(),
        x: () => timesTransposed(grad, w),
        w: () => transposedTimes(x, grad),
      };
    },
  });
  for (const kernelName of ["TuningGelu", "TuningRelu", "TuningLogSigmoid"]) {
    registerGradient({
      kernelName,
      inputsToSave: ["x"],
      gradFunc: (dy, saved) => ({
        x: () => run(`${kernelName}Gradient`, { x: saved[0]!, dy: dy as Tensor }),
      }),
    });
  }
  registerGradient({
    kernelName: "TuningLayerNorm",
    inputsToSave: ["x", "gain"],
    gradFunc: (dy, saved) => {
      const [x, gain] = saved as [Tensor, Tensor];
      const grad = dy as Tensor;
      return {
        x: () => run("TuningLayerNormGradient", { x, gain, dy: grad }),
        gain: () => run("TuningLayerNormGainGradient", { x, dy: grad }),
        bias: () => run("TuningSumRows", { x: grad }),
      };
    },
  });
  registerGradient({
    kernelName: "TuningSplitHeads",
    gradFunc: (dy) => ({ x: () => run("TuningMergeHeads", { x: dy as Tensor }) }),
  });
  registerGradient({
    kernelName: "TuningMergeHeads",
    inputsToSave: ["x"],
    gradFunc: (dy, saved) => ({
      x: () => run("TuningSplitHeads", { x: dy as Tensor }, { heads: saved[0]!.shape[1]! }),
    }),
  });
  registerGradient({
    kernelName: "TuningEmbed",
    inputsToSave: ["token", "position", "ids"],
    gradFunc: (dy, saved, attributes) => {
      const [token, position, ids] = saved as [Tensor, Tensor, Tensor];
      const offset = Number((attributes as Attributes | undefined)?.offset ?? 0);
      const gradient = (weight: Tensor, byPosition: boolean): Tensor =>
        run("TuningEmbedGradient", { ids, dy: dy as Tensor }, { rows: weight.shape[0]!, offset, byPosition });
      return { token: () => gradient(token, false), position: () => gradient(position, true) };
    },
  });
  registerGradient({
    kernelName: "TuningPrepend",
    inputsToSave: ["rows"],
    gradFunc: (dy, saved) => {
      const length = saved[0]!.shape[0]!;
      const grad = dy as Tensor;
      return {
        rows: () => run("TuningPrependGradient", { dy: grad }, { length }),
        x: () => run("TuningSlicePositions", { x: grad }, { from: length, count: grad.shape[1]! - length }),
      };
    },
  });
  registerGradient({
    kernelName: "TuningSlicePositions",
    inputsToSave: ["x"],
    gradFunc: (dy, saved, attributes) => {
      const { from } = attributes as Attributes;
      const whole = saved[0]!.shape[1]!;
      return { x: () => run("TuningPositionsGradient", { dy: dy as Tensor }, { from: from!, whole }) };
    },
  });
  registerGradient({
    kernelName: "TuningGather",
    inputsToSave: ["x", "rows"],
    gradFunc: (dy, saved) => {
      const [x, rows] = saved as [Tensor, Tensor];
      return { x: () => run("TuningGatherGradient", { x, rows, dy: dy as Tensor }) };
    },
  });
  registerGradient({
    kernelName: "TuningMeanOverTokens",
    inputsToSave: ["tokens"],
    gradFunc: (dy, saved) => ({
      x: () => run("TuningMeanOverTokensGradient", { tokens: saved[0]!, dy: dy as Tensor }),
    }),
  });
  registerGradient({
    kernelName: "TuningCrossEntropy",
    inputsToSave: ["logits", "targets", "weights", "normaliser"],
    gradFunc: (dy, saved) => {
      const [logits, targets, weights, normaliser] = saved as [Tensor, Tensor, Tensor, Tensor];
      const inputs = { logits, targets, weights, normaliser, dy: dy as Tensor };
      return { logits: () => run("TuningCrossEntropyGradient", inputs) };
    },
  });
  registerGradient({
    kernelName: "TuningTokenLogProbs",
    inputsToSave: ["logits", "targets"],
    gradFunc: (dy, saved) => {
      const [logits, targets] = saved as [Tensor, Tensor];
      return { logits: () => run("TuningTokenLogProbsGradient", { logits, targets, dy: dy as Tensor }) };
    },
  });
  registerGradient({
    kernelName: "TuningWeightedMean",
    inputsToSave: ["weights", "normaliser"],
    gradFunc: (dy, saved) => {
      const [weights, normaliser] = saved as [Tensor, Tensor];
      return { x: () => run("TuningWeightedMeanGradient", { weights, normaliser, dy: dy as Tensor }) };
    },
  });
  registerGradient({
    kernelName: "TuningScale",
    gradFunc: (dy, _, attributes) => {
      const { factor } = attributes as { factor: number };
      return { x: () => run("TuningScale", { x: dy as Tensor }, { factor }) };
    },
  });
}
