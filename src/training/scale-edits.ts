import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Edits } from "../model/transformer";

/** Whether edits can be turned up and down: positions put in front are either there or not. */
export function isScalable(edits: Edits): boolean {
  return !edits.input && !edits.keysValues;
}

/**
 * The edits at another strength: every change they make is taken `strength` times; 0 is the base, 1 the adapter as it
 * was trained. Positions put in front are there at any strength but 0.
 */
export function scaleEdits(edits: Edits, strength: number, ops: Ops): Edits {
  if (strength === 1) return edits;
  if (strength === 0) return {};
  const between = <T extends Tensor>(before: T, after: T): T =>
    before === after ? before : (ops.add(ops.scale(before, 1 - strength), ops.scale(after, strength)) as T);
  const { weight, linear, attended, hidden, sublayer, output } = edits;
  return {
    ...edits,
    ...(weight && { weight: (name, base) => between(base, weight(name, base)) }),
    ...(linear && { linear: (name, x, y) => between(y, linear(name, x, y)) }),
    ...(attended && { attended: (layer, q, heads) => between(heads, attended(layer, q, heads)) }),
    ...(hidden && { hidden: (layer, inner) => between(inner, hidden(layer, inner)) }),
    ...(sublayer && { sublayer: (layer, kind, out) => between(out, sublayer(layer, kind, out)) }),
    ...(output && {
      output: (features: Tensor3D, project) => between(project(features), output(features, project)),
    }),
  };
}
