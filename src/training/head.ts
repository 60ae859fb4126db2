import type { Model } from "../model/transformer";
import type { VariableStore } from "./variable-store";

/** Numbers in a new classification head: W (C, k) and b (k). Papers leave the head out of a method's count; so do we. */
export function countHead(width: number, classes: number): number {
  return classes > 0 ? width * classes + classes : 0;
}

/**
 * Gives a base a new classification head (BERT: the pooled first position, one linear layer). It is trained in every
 * lane whatever the method, so it is made here and not by the methods. Without classes the model stays as it is.
 */
export function attachHead(base: Model, classes: number, variables: VariableStore): Model {
  if (classes === 0) return base;
  const { width } = base.config;
  const head = {
    "classifier.weight": variables.normal("classifier.weight", [width, classes], 0.02),
    "classifier.bias": variables.zeros("classifier.bias", [classes]),
  };
  return { config: { ...base.config, classes }, params: { ...base.params, ...head } };
}
