import type { Method, Reason } from "../methods/method";
import type { ModelConfig } from "../model/config";

const inWords: Readonly<Record<Reason, string>> = {
  "one-stack": "it needs a model with one stack of blocks, not an encoder and a decoder",
};

/** A method that cannot be used on a model. */
export class MethodMisfitError extends Error {
  override name = "MethodMisfitError";
  constructor(
    readonly method: string,
    readonly reason: Reason,
  ) {
    super(`method "${method}" cannot be used on this model: ${inWords[reason]}`);
  }
}

/** Throws MethodMisfitError where the method declines the model. */
export function requireFit({ id, fits }: Method, config: ModelConfig): void {
  const answer = fits?.(config) ?? true;
  if (answer !== true) throw new MethodMisfitError(id, answer);
}
