import type * as tf from "@tensorflow/tfjs-core";
import type { LossAndGradients, Recorder, Recording } from "../engine/recording";
import type { Batch } from "./batch";

/** Recordings kept at most, each for batches of one shape; the one not used for longest goes first. */
const mostRecordings = 8;

/** Recordings that may be let go without a replay, one after the other, before no more are made. */
const mostWasted = 3;

/**
 * Loss and gradients of one batch after the other. The first of each shape is computed and recorded, the others replay
 * the recording: on tiny models finding out what to compute costs as much as computing it.
 */
export class RepeatedGradients {
  /** By the shape of the batch; null where it cannot be recorded. */
  private readonly recordings = new Map<string, Recording | null>();
  private seen: readonly object[] = [];
  private wasted = 0;

  /**
   * `compute` may read a batch's numbers only through its tensors; `variables`: what it reads beside them that may be
   * replaced. `record`: null to compute every batch.
   */
  constructor(
    private readonly record: Recorder | null,
    private readonly compute: (batch: Batch) => LossAndGradients,
    private readonly variables: () => readonly tf.Tensor[],
  ) {}

  /** Call inside a tidy. The gradients are good until the next call. */
  of(batch: Batch): LossAndGradients {
    if (!this.record || this.wasted >= mostWasted) return this.compute(batch);
    this.forgetIfReplaced();
    const { tokens, source, counted } = batch;
    const inputs = [tokens, counted.rows, counted.targets, counted.weights, ...(source ? [source] : [])];
    const shape = `${tokens.shape}/${counted.rows.size}/${source?.shape ?? ""}`;
    const known = this.recordings.get(shape);
    if (known === null) return this.compute(batch);
    if (known?.isGood()) {
      this.wasted = 0;
      this.recordings.delete(shape);
      this.recordings.set(shape, known);
      return known.replay(inputs);
    }
    known?.dispose();
    const { recording, ...found } = this.record(inputs, (copies) => {
      const [tokens, rows, targets, weights, source] = copies as [
        tf.Tensor2D,
        tf.Tensor1D,
        tf.Tensor2D,
        tf.Tensor2D,
        tf.Tensor2D?,
      ];
      const counted = { rows, targets, weights };
      return this.compute({ examples: batch.examples, tokens, ...(source && { source }), counted });
    });
    this.recordings.set(shape, recording);
    this.forgetOldest();
    return found;
  }

  dispose(): void {
    for (const recording of this.recordings.values()) recording?.dispose();
    this.recordings.clear();
  }

  /** A variable that was assigned lies elsewhere; the optimiser moves them in place. */
  private forgetIfReplaced(): void {
    const now = this.variables().map(({ dataId }) => dataId);
    if (now.length === this.seen.length && now.every((dataId, i) => dataId === this.seen[i])) return;
    this.seen = now;
    for (const [shape, recording] of this.recordings) {
      if (!recording) continue;
      recording.dispose();
      this.recordings.delete(shape);
      this.wasted++;
    }
  }

  private forgetOldest(): void {
    for (const [shape, recording] of this.recordings) {
      if (this.recordings.size <= mostRecordings) return;
      recording?.dispose();
      this.recordings.delete(shape);
    }
  }
}
