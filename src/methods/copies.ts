// Parameters of the base that are trained in place: a copy of each is trained, and the forward pass reads the copy.
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Model } from "../model/transformer";
import type { Adapter, Part, Variables } from "./method";

/** The parts of a method that trains some of the base's own parameters. */
export function copyParts(
  shapes: Readonly<Record<string, readonly number[]>>,
  isTrained: (name: string) => boolean,
): Part[] {
  return Object.entries(shapes)
    .filter(([name]) => isTrained(name))
    .map(([name, shape]) => ({
      name,
      shape,
      site: name.replace(/\.(weight|bias)$/, ""),
      trained: true,
      kept: true,
    }));
}

/** Makes the copies and reads them instead of the base's own; a copy is its own merge. `rate` scales their learning rate. */
export function copyParameters(
  model: Model,
  variables: Variables,
  isTrained: (name: string) => boolean,
  rate = 1,
): Required<Pick<Adapter, "weight" | "merge">> {
  const copies: Record<string, Tensor> = {};
  for (const [name, value] of Object.entries(model.params)) {
    if (isTrained(name)) copies[name] = variables.copy(name, value, rate);
  }
  const read = (name: string, base: Tensor): Tensor => copies[name] ?? base;
  return { weight: read, merge: read };
}
