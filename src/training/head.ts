import { sizeOf } from "../lib/shape";
import type { Head } from "../model/config";
import { newHeadShapes } from "../model/parameters";
import type { Model } from "../model/transformer";
import type { VariableStore } from "./variable-store";

/** Parameters of a new head. Papers leave it out of a method's count, and so do we. */
export function countHead(width: number, head: Head): number {
  return Object.values(newHeadShapes(width, head)).reduce((sum, shape) => sum + sizeOf(shape), 0);
}

/**
 * Gives a base a new head of one linear layer. It is trained in every lane whatever the method, so it is made here and
 * not by the methods. For tasks answered in tokens the base stays as it is.
 */
export function attachHead(base: Model, head: Head, variables: VariableStore): Model {
  const made = Object.entries(newHeadShapes(base.config.width, head)).map(([name, shape]) => {
    const start = name.endsWith(".bias") ? variables.zeros(name, shape) : variables.normal(name, shape, 0.02);
    return [name, start] as const;
  });
  return { config: { ...base.config, head }, params: { ...base.params, ...Object.fromEntries(made) } };
}
