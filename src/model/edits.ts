import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { AttentionSite, Block, MatrixSite, MlpSite, Site } from "./sites";

/**
 * How a method changes the forward pass: everything it can do is one of these nine. After the last attention only the
 * positions whose output is needed are computed: there (B, T, …) is (1, R, …), or (B, 1, …) for a classifier.
 */
export interface Edits {
  /** Use this parameter instead of the base's. */
  weight?(name: string, base: Tensor): Tensor;
  /** Change the output y = x W + b of a matrix. */
  linear?(at: MatrixSite, x: Tensor3D, y: Tensor3D): Tensor3D;
  /** Change the embedded input (B, T, C) of the first stack; positions added in front are dropped again before the output. */
  input?(x: Tensor3D): Tensor3D;
  /** Change keys and values (B, T, C) of an attention; every query sees the positions added in front. */
  keysValues?(at: AttentionSite, k: Tensor3D, v: Tensor3D): [Tensor3D, Tensor3D];
  /** Change what the heads have read (B, T, C), before the output matrix, all positions still there; q (B, T, C): their queries. */
  attended?(at: AttentionSite, q: Tensor3D, heads: Tensor3D): Tensor3D;
  /** Change the activations (B, T, 4C) inside an MLP. */
  mlpInner?(at: MlpSite, inner: Tensor3D): Tensor3D;
  /** Change the output (B, T, C) of a sublayer before it is added to the residual stream. */
  sublayer?(at: Site, output: Tensor3D): Tensor3D;
  /** Change the last step, from features (B, S, C) to logits; `project` is how the model does it. */
  output?(features: Tensor3D, project: (features: Tensor3D) => Tensor): Tensor;
  /**
   * Reads what comes with each example beside its words (B, T, K), and the embedded input x (B, T, C). Gives what is done
   * to the output of each block, called in their order.
   */
  control?(condition: Tensor3D, x: Tensor3D): (at: Block, output: Tensor3D) => Tensor3D;
}
