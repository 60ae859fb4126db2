import * as tf from "@tensorflow/tfjs-core";
import type { Adapter } from "../methods/method";
import type { Model } from "../model/transformer";

/**
 * A parameter of the base with the method's change merged in; null where the method cannot be merged or the base has no
 * such parameter.
 */
export function mergedParameter({ params }: Model, { merge }: Adapter, name: string): tf.Tensor | null {
  const base = params[name];
  if (!merge || !base) return null;
  return tf.tidy(() => {
    const merged = merge(name, base);
    // A method may return one of its variables, which is not the caller's to dispose.
    return merged === base ? base : tf.mul(merged, 1);
  });
}

/** The same for all parameters: a model that needs no edits. */
export function mergedModel(model: Model, adapter: Adapter): Model | null {
  if (!adapter.merge) return null;
  const names = Object.keys(model.params);
  const merged = names.map((name) => [name, mergedParameter(model, adapter, name)]);
  return { config: model.config, params: Object.fromEntries(merged) as Record<string, tf.Tensor> };
}
