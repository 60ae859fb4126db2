import type { Tensor3D } from "@tensorflow/tfjs-core";
import type { Edits } from "../model/edits";

/** The edits of several adapters, each acting on what those before it made. */
export function combineEdits(all: readonly Edits[]): Edits {
  return all.reduce(both, {});
}

function both(first: Edits, second: Edits): Edits {
  const { weight, linear, input, keysValues, attended, mlpInner, sublayer, control, output } = second;
  const combined: Edits = {
    ...(weight && { weight: (name, base) => weight(name, first.weight?.(name, base) ?? base) }),
    ...(linear && { linear: (at, x, y) => linear(at, x, first.linear?.(at, x, y) ?? y) }),
    ...(input && { input: (x) => input(first.input?.(x) ?? x) }),
    ...(keysValues && {
      keysValues: (at, k, v) => keysValues(at, ...(first.keysValues?.(at, k, v) ?? [k, v])),
    }),
    ...(attended && { attended: (at, q, heads) => attended(at, q, first.attended?.(at, q, heads) ?? heads) }),
    ...(mlpInner && { mlpInner: (at, inner) => mlpInner(at, first.mlpInner?.(at, inner) ?? inner) }),
    ...(sublayer && { sublayer: (at, out) => sublayer(at, first.sublayer?.(at, out) ?? out) }),
    ...(control && {
      control: (condition, x) => {
        const [before, after] = [first.control?.(condition, x), control(condition, x)];
        return (at, out) => after(at, before?.(at, out) ?? out);
      },
    }),
    ...(output && {
      output: (features, project) =>
        output(features, (f: Tensor3D) => first.output?.(f, project) ?? project(f)),
    }),
  };
  return { ...first, ...combined };
}
