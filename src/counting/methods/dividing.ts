import { CountingError } from "../counting-error";
import type { Part } from "../part";

/** Throws CountingError where a size does not divide a side of a matrix: no part of a parameter can be trained. */
export function mustDivide(name: string, size: number, matrix: Part, side: "inputs" | "outputs"): void {
  const whole = matrix[side];
  if (whole % size === 0) return;
  const divisors = Array.from({ length: whole }, (_, i) => i + 1).filter((each) => whole % each === 0);
  throw new CountingError(
    "value",
    `${name} = ${size} must divide the ${side}, ${whole}, of ${matrix.path}`,
    divisors.map(String),
  );
}

/** Throws CountingError where a method would train more of a matrix than there is. */
export function mustBeAtMost(name: string, size: number, { path }: Part, most: number): void {
  if (size <= most) return;
  throw new CountingError("value", `${name} = ${size} is too large for ${path}`, [`up to ${most}`]);
}
