import type { Scalar, Tensor } from "@tensorflow/tfjs-core";

/** A loss, and its gradients by the names of the variables. A type, not an interface, so that a tidy can return it. */
export type LossAndGradients = {
  readonly loss: Scalar;
  readonly gradients: Readonly<Record<string, Tensor>>;
};

/** What a computation reads that differs from step to step, by name. */
export type Inputs = Readonly<Record<string, Tensor>>;

/**
 * A loss and gradients as a function of some tensors. It must not branch on tensor values and must not bake per-step
 * numbers into kernel attributes: a replay repeats the same kernel calls. A number that changes from step to step is
 * therefore an input tensor, never the factor of a `scale`.
 */
export type Computation<I extends Inputs = Inputs> = (inputs: I) => LossAndGradients;

/** The kernel calls of one computation, ready to be repeated. */
export interface Recording {
  /**
   * Whether everything it reads, apart from its inputs, is still at the address where it was; if not, do not replay.
   */
  isGood(): boolean;
  /**
   * Repeats the kernel calls on other inputs, with the same names and shapes. Weights may have been changed in place in
   * the meantime. The caller disposes the loss; the gradients belong to the recording, and the next replay overwrites
   * them.
   */
  replay(inputs: Inputs): LossAndGradients;
  /** Frees the gradients. */
  dispose(): void;
}

/**
 * The result of a computation, and its recording. Where it cannot be replayed, `recording` is null, `unrecorded` names
 * the TensorFlow.js operation that is the reason ("mul"), and the caller disposes all tensors.
 */
export type Recorded = LossAndGradients &
  (
    | { readonly recording: Recording; readonly unrecorded: null }
    | { readonly recording: null; readonly unrecorded: string }
  );

/** Runs a computation inside a tidy and records it at the same time. */
export type Recorder = <I extends Inputs>(inputs: I, compute: Computation<I>) => Recorded;
