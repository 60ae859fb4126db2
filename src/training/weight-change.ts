import { Matrix, SingularValueDecomposition } from "ml-matrix";
import type { PlainTensor } from "../lib/safetensors";

/** How a matrix of the base was changed: ΔW = W' − W. */
export interface WeightChange {
  readonly rows: number;
  readonly columns: number;
  /** Singular values of ΔW, the largest first. */
  readonly singularValues: readonly number[];
  /** ‖ΔW‖ and ‖W‖ (Frobenius). */
  readonly norm: number;
  readonly baseNorm: number;
}

/** Singular values of the change from one matrix (rows, columns) to another; null if a weight is not finite. */
export function weightChange(before: PlainTensor, after: PlainTensor): WeightChange | null {
  const [rows, columns] = before.shape as [number, number];
  const change = Matrix.from1DArray(
    rows,
    columns,
    Array.from(after.data, (value, i) => value - before.data[i]!),
  );
  const norm = change.norm("frobenius");
  if (!Number.isFinite(norm)) return null;
  const settings = {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  };
  const { diagonal } = new SingularValueDecomposition(change, settings);
  return {
    rows,
    columns,
    singularValues: [...diagonal],
    norm,
    baseNorm: Math.sqrt(before.data.reduce((sum, value) => sum + value * value, 0)),
  };
}
