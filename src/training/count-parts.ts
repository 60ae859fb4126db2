import { sizeOf } from "../lib/shape";
import type { Part } from "../methods/method";

/** Parameters of a method: trained, kept after training, and in the saved file. */
export interface PartCounts {
  readonly trained: number;
  readonly kept: number;
  readonly stored: number;
}

/** Counts the parameters of a method from its parts. */
export function countParts(parts: readonly Part[]): PartCounts {
  const sum = (of: (part: Part) => boolean | undefined): number =>
    parts.filter(of).reduce((total, part) => total + sizeOf(part.shape), 0);
  return {
    trained: sum((part) => part.trained),
    kept: sum((part) => part.kept),
    stored: sum((part) => part.kept || part.stored),
  };
}
