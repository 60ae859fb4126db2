/** Number of elements of a tensor of this shape; 1 for a scalar. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, axis) => product * axis, 1);
}

/** Length of the last axis; 1 for a scalar. */
export function lastOf(shape: readonly number[]): number {
  return shape[shape.length - 1] ?? 1;
}
