import * as tf from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import { features, type Model } from "../model/transformer";
import type { Example } from "../tasks/task";
import { type Batch, disposeBatch, stack } from "./batch";

/** Examples whose features are remembered; the oldest go first. */
const mostExamples = 4096;

/**
 * Features (1, r, C) of examples under a frozen model, computed once for each: r counts the example's positions that
 * the loss looks at. What makes training a head alone cheap.
 */
export class FeatureCache {
  private readonly known = new Map<string, tf.Tensor3D>();

  constructor(
    private readonly ops: Ops,
    private readonly model: Model,
  ) {}

  /** Features (1, R, C) of a batch; only examples not seen before go through the model. */
  of(batch: Batch): tf.Tensor3D {
    const examples = batch.examples.filter(({ weights }) => weights.some(Boolean));
    if (examples.length === 0) return this.read(batch);
    const keys = examples.map(keyOf);
    const fresh = new Map(examples.map((example, i) => [keys[i]!, example] as const));
    for (const key of fresh.keys()) if (this.known.has(key)) fresh.delete(key);
    if (fresh.size > 0) this.learn(fresh);
    const found = tf.concat(
      keys.map((key) => this.known.get(key)!),
      1,
    );
    this.forgetOldest();
    // The rows of a batch that count 0.
    const missing = batch.counted.rows.size - found.shape[1];
    return missing > 0
      ? tf.pad(found, [
          [0, 0],
          [0, missing],
          [0, 0],
        ])
      : found;
  }

  dispose(): void {
    tf.dispose([...this.known.values()]);
    this.known.clear();
  }

  private learn(fresh: ReadonlyMap<string, Example>): void {
    tf.tidy(() => {
      const batch = stack([...fresh.values()]);
      const all = this.read(batch);
      let at = 0;
      for (const [key, { weights }] of fresh) {
        const rows = weights.reduce((sum, count) => sum + (count ? 1 : 0), 0);
        this.known.set(key, tf.keep(tf.slice(all, [0, at, 0], [1, rows, -1])));
        at += rows;
      }
      disposeBatch(batch);
    });
  }

  private read(batch: Batch): tf.Tensor3D {
    const { tokens, source, counted } = batch;
    return features(this.ops, this.model, tokens, {}, { rows: counted.rows, source });
  }

  private forgetOldest(): void {
    for (const [key, tensor] of this.known) {
      if (this.known.size <= mostExamples) return;
      tensor.dispose();
      this.known.delete(key);
    }
  }
}

/** Two examples with the same tokens and the same counted positions have the same features. */
function keyOf({ tokens, source, weights }: Example): string {
  return `${tokens.join()}/${source?.join() ?? ""}/${weights.join()}`;
}
