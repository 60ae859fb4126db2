import * as tf from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import { features, type Model } from "../model/transformer";
import type { Example } from "../tasks/task";
import { type Batch, stack } from "./batch";

/** The features of at most this many examples are kept; the oldest go first. */
const mostExamples = 4096;

/**
 * Features (1, r, C) of examples under a frozen model, computed once for each example; r is the number of its positions
 * with a weight. This is what makes training a head alone cheap.
 */
export class FeatureCache {
  private readonly known = new Map<string, tf.Tensor3D>();

  constructor(
    private readonly ops: Ops,
    private readonly model: Model,
  ) {}

  /** Features (1, R, C) of the rows of a stacked batch; only examples not seen before go through the model. */
  of(stacked: readonly Example[], batch: Batch): tf.Tensor3D {
    return tf.tidy(() => {
      const examples = stacked.filter(({ weights }) => weights.some(Boolean));
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
      // The last rows of a batch, whose weight is 0.
      const missing = batch.rows.size - found.shape[1];
      return missing > 0
        ? tf.pad(found, [
            [0, 0],
            [0, missing],
            [0, 0],
          ])
        : found;
    });
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
        const rows = weights.reduce((sum, weight) => sum + (weight ? 1 : 0), 0);
        this.known.set(key, tf.keep(tf.slice(all, [0, at, 0], [1, rows, -1])));
        at += rows;
      }
    });
  }

  private read({ tokens, source, rows }: Batch): tf.Tensor3D {
    return features(this.ops, this.model, tokens, {}, { rows, source });
  }

  private forgetOldest(): void {
    for (const [key, tensor] of this.known) {
      if (this.known.size <= mostExamples) return;
      tensor.dispose();
      this.known.delete(key);
    }
  }
}

/** Two examples with the same tokens and weights at the same positions have the same features. */
function keyOf({ tokens, source, weights }: Example): string {
  return `${tokens.join()}/${source?.join() ?? ""}/${weights.map((weight) => (weight ? 1 : 0)).join("")}`;
}
