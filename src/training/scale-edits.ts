import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Edits } from "../model/edits";

/** Whether the strength of edits can be scaled: positions in front are either there or not. */
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
  const { weight, linear, attended, mlpInner, sublayer, control, output } = edits;
  return {
    ...edits,
    ...(weight && { weight: (name, base) => between(base, weight(name, base)) }),
    ...(linear && { linear: (at, x, y) => between(y, linear(at, x, y)) }),
    ...(attended && { attended: (at, q, heads) => between(heads, attended(at, q, heads)) }),
    ...(mlpInner && { mlpInner: (at, inner) => between(inner, mlpInner(at, inner)) }),
    ...(sublayer && { sublayer: (at, out) => between(out, sublayer(at, out)) }),
    ...(control && {
      control: (condition, x) => {
        const changed = control(condition, x);
        return (at, out) => between(out, changed(at, out));
      },
    }),
    ...(output && {
      output: (features: Tensor3D, project) => between(project(features), output(features, project)),
    }),
  };
}
