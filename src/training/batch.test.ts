import "../cli/node-files";
import { describe, expect, it } from "vitest";
import { stack } from "./batch";

const example = (tokens: number[], targets: number[], counts: number[]) => ({
  tokens: Int32Array.from(tokens),
  targets: Int32Array.from(targets),
  weights: Float32Array.from(counts),
});

describe("a batch", () => {
  it("is cut to its longest example, rounded up to 4, and lists the positions that count", () => {
    const batch = stack([
      example([5, 6, 7, 0, 0, 0, 0, 0, 0, 0], [6, 7, 9, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 0, 0, 0, 0, 0]),
      example([1, 2, 3, 4, 5, 0, 0, 0, 0, 0], [2, 3, 4, 5, 8, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]),
    ]);
    expect(batch.tokens.shape).toEqual([2, 8]);
    const { rows, targets, weights } = batch;
    expect(Array.from(rows.dataSync()).slice(0, 3)).toEqual([1, 2, 12]);
    expect(Array.from(targets.dataSync()).slice(0, 3)).toEqual([7, 9, 8]);
    expect(Array.from(weights.dataSync())).toEqual([1, 1, 1, ...Array(13).fill(0)]);
  });

  it("never grows beyond the context", () => {
    expect(stack([example([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1])]).tokens.shape).toEqual(
      [1, 6],
    );
  });

  it("has one target an example for classes", () => {
    const batch = stack([example([1, 2, 0, 0], [1], [1]), example([3, 0, 0, 0], [0], [1])]);
    expect(Array.from(batch.rows.dataSync()).slice(0, 2)).toEqual([0, 1]);
    expect(Array.from(batch.targets.dataSync()).slice(0, 2)).toEqual([1, 0]);
  });

  it("has a multiple of 16 rows, whatever counts", () => {
    const rows = (counted: number): number => {
      const counts = Array.from({ length: 40 }, (_, t) => (t < counted ? 1 : 0));
      const numbers = counts.map((_, t) => t + 1);
      const batch = stack([example(numbers, numbers, counts)]);
      expect(batch.weights.dataSync().filter(Boolean)).toHaveLength(counted);
      expect(batch.targets.shape).toEqual([1, batch.rows.size]);
      return batch.rows.size;
    };
    expect([0, 1, 16, 17, 40].map(rows)).toEqual([16, 16, 16, 32, 48]);
  });
});
