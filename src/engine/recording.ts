import type { Scalar, Tensor } from "@tensorflow/tfjs-core";

/** A loss, and its gradients by the name of what they belong to. A type, not an interface: so it may leave a tidy. */
export type LossAndGradients = {
  readonly loss: Scalar;
  readonly gradients: Readonly<Record<string, Tensor>>;
};

/** A loss and gradients as a function of some tensors, of whose values only the numbers may matter, never a decision. */
export type Computation = (inputs: readonly Tensor[]) => LossAndGradients;

/** A computation that was done once, as the list of what the kernels did. */
export interface Recording {
  /** Whether what it reads beside its inputs still lies where it lay; else it must not be replayed. */
  isGood(): boolean;
  /**
   * Does it again with other inputs of the same shapes; what else it reads may have moved in place. The loss is the
   * caller's to dispose; the gradients are the recording's, and the next replay writes over them.
   */
  replay(inputs: readonly Tensor[]): LossAndGradients;
  /** Lets the gradients go. */
  dispose(): void;
}

/** What was computed, as from a replay, and how to do it again; null where it cannot be repeated: then all is the caller's. */
export type Recorded = LossAndGradients & { readonly recording: Recording | null };

/** Does a computation, inside a tidy, and records it on the way. */
export type Recorder = (inputs: readonly Tensor[], compute: Computation) => Recorded;
