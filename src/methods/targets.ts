// The matrices that a method plugs into, and what it does with each.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { Matrix, ModelConfig } from "../model/config";
import { blocksOf, type MatrixSite, matricesOf, stacksOf } from "../model/sites";
import type { Adapter } from "./method";

/** Every matrix of the chosen kinds, in all blocks. */
export function targetsOf(config: ModelConfig, kinds: readonly Matrix[]): readonly MatrixSite[] {
  // Within a block in the order of `kinds`, as in the adapters that were saved.
  return blocksOf(config).flatMap((block) =>
    kinds.flatMap((kind) => matricesOf(block).filter(({ matrix }) => matrix === kind)),
  );
}

/**
 * What a method brings to its matrices as arithmetic, stack by stack: "2 × 4 × (64 + 64)". `write` gets the number of
 * blocks of a stack and the chosen matrices of one of them.
 */
export function sumOverTargets(
  config: ModelConfig,
  kinds: readonly Matrix[],
  write: (layers: number, targets: readonly MatrixSite[]) => string,
): string {
  return stacksOf(config)
    .flatMap(({ blocks }) => {
      const [block] = blocks;
      if (!block) return [];
      const targets = kinds.flatMap((kind) => matricesOf(block).filter(({ matrix }) => matrix === kind));
      return [write(blocks.length, targets)];
    })
    .join(" + ");
}

/** "(64 + 64) + (64 + 256)": what the matrices of one block bring, each spelt out by `each`. */
export function sumOf(
  targets: readonly MatrixSite[],
  each: (rows: number, columns: number) => string,
): string {
  return targets.map(({ rows, columns }) => each(rows, columns)).join(" + ");
}

/** Number of blocks as TeX, in front of what one block brings; in two stacks the blocks differ. */
export function timesLayers({ kind }: ModelConfig): string {
  return kind === "encoder-decoder" ? String.raw`\sum_{\ell} ` : String.raw`L \cdot `;
}

/** How a method changes the matrices it has chosen; `own` is what it made for one of them. */
interface MatrixChange<T> {
  /** The output y = x W + b, changed. */
  apply(own: T, x: Tensor3D, y: Tensor3D, at: MatrixSite): Tensor;
  /** W with the change merged into it. */
  merge(own: T, W: Tensor): Tensor;
  /** b with the change merged into it; left out where b stays. */
  mergeBias?(own: T, b: Tensor): Tensor;
}

/** Plugs a change into matrices: `made` holds what the method made for each matrix, by the matrix's name. */
export function onMatrices<T>(
  made: Readonly<Record<string, T>>,
  { apply, merge, mergeBias }: MatrixChange<T>,
): Required<Pick<Adapter, "linear" | "merge">> {
  return {
    linear: (at, x, y) => {
      const own = made[at.name];
      return own === undefined ? y : (apply(own, x, y, at) as Tensor3D);
    },
    merge: (name, base) => {
      const own = made[name.replace(/\.(weight|bias)$/, "")];
      if (own === undefined) return base;
      if (name.endsWith(".weight")) return merge(own, base);
      return mergeBias?.(own, base) ?? base;
    },
  };
}
