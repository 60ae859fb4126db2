import type * as tf from "@tensorflow/tfjs-core";
import type { Computation, Inputs, LossAndGradients, Recorder, Recording } from "../engine/recording";

/** At most this many recordings are kept, one for each set of shapes; the one unused for longest goes first. */
const mostRecordings = 8;

/** After this many recordings in a row that were dropped without a replay, no more are made. */
const mostWasted = 3;

/**
 * Loss and gradients of one step after the other. The first step with each set of shapes is computed and recorded, the
 * next ones replay the recording: on tiny models, working out what to compute takes as long as computing it.
 */
export class RepeatedGradients<I extends Inputs = Inputs> {
  /** By the names and shapes of the inputs; where steps cannot be recorded, the operation that is the reason. */
  private readonly recordings = new Map<string, Recording | string>();
  private seen: readonly object[] = [];
  private wasted = 0;
  private reason: string | null = null;

  /**
   * `record`: null to compute every step. `compute`: see Computation for what it must not do. `variables`: the tensors
   * it reads that are not inputs and may be replaced by others.
   */
  constructor(
    private readonly record: Recorder | null,
    private readonly compute: Computation<I>,
    private readonly variables: () => readonly tf.Tensor[],
  ) {}

  /**
   * The TensorFlow.js operation that kept the last step from being recorded: one without a kernel of ours ("mul"),
   * "keep", or "assign" where variables are replaced at every step. Null if steps are replayed, or there is no recorder.
   */
  get unrecorded(): string | null {
    return this.wasted >= mostWasted ? "assign" : this.reason;
  }

  /** Call inside a tidy. The gradients are valid until the next call. */
  of(inputs: I): LossAndGradients {
    if (!this.record || this.wasted >= mostWasted) return this.compute(inputs);
    this.forgetIfReplaced();
    const shapes = shapesOf(inputs);
    const known = this.recordings.get(shapes);
    if (typeof known === "string") {
      this.reason = known;
      return this.compute(inputs);
    }
    if (known?.isGood()) {
      this.wasted = 0;
      this.reason = null;
      this.recordings.delete(shapes);
      this.recordings.set(shapes, known);
      return known.replay(inputs);
    }
    known?.dispose();
    const { recording, unrecorded, ...found } = this.record(inputs, this.compute);
    this.reason = unrecorded;
    this.recordings.set(shapes, recording ?? unrecorded);
    this.forgetOldest();
    return found;
  }

  dispose(): void {
    for (const shapes of this.recordings.keys()) this.forget(shapes);
  }

  /** The optimiser changes variables in place; one that was assigned has another address. */
  private forgetIfReplaced(): void {
    const now = this.variables().map(({ dataId }) => dataId);
    if (now.length === this.seen.length && now.every((dataId, i) => dataId === this.seen[i])) return;
    this.seen = now;
    for (const [shapes, recording] of this.recordings) {
      if (typeof recording === "string") continue;
      this.forget(shapes);
      this.wasted++;
    }
  }

  private forget(shapes: string): void {
    const recording = this.recordings.get(shapes);
    if (typeof recording === "object") recording.dispose();
    this.recordings.delete(shapes);
  }

  private forgetOldest(): void {
    for (const shapes of this.recordings.keys()) {
      if (this.recordings.size <= mostRecordings) return;
      this.forget(shapes);
    }
  }
}

/** "tokens int32 32,12/rows int32 64/…" */
function shapesOf(inputs: Inputs): string {
  return Object.entries(inputs)
    .map(([name, { dtype, shape }]) => `${name} ${dtype} ${shape}`)
    .join("/");
}
