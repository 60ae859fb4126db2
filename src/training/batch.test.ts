import "../cli/node-files";
import { describe, expect, it } from "vitest";
import { stack } from "./batch";

const example = (tokens: number[], targets: number[], counts: number[]) => ({
  tokens: Int32Array.from(tokens),
  targets: Int32Array.from(targets),
  counts: Uint8Array.from(counts),
});

describe("a batch", () => {
  it("is cut to its longest example, rounded up to 4, and lists the positions that count", () => {
    const batch = stack([
      example([5, 6, 7, 0, 0, 0, 0, 0, 0, 0], [6, 7, 9, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 0, 0, 0, 0, 0]),
      example([1, 2, 3, 4, 5, 0, 0, 0, 0, 0], [2, 3, 4, 5, 8, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]),
    ]);
    expect(batch.tokens.shape).toEqual([2, 8]);
    expect(Array.from(batch.counted.rows.dataSync())).toEqual([1, 2, 12]);
    expect(Array.from(batch.counted.targets.dataSync())).toEqual([7, 9, 8]);
    expect(Array.from(batch.counted.ones.dataSync())).toEqual([1, 1, 1]);
  });

  it("never grows beyond the context", () => {
    expect(stack([example([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1])]).tokens.shape).toEqual(
      [1, 6],
    );
  });

  it("has one target an example for classes", () => {
    const batch = stack([example([1, 2, 0, 0], [1], [1]), example([3, 0, 0, 0], [0], [1])]);
    expect(Array.from(batch.counted.rows.dataSync())).toEqual([0, 1]);
    expect(Array.from(batch.counted.targets.dataSync())).toEqual([1, 0]);
  });

  it("where nothing counts holds one row that counts 0", () => {
    const { counted } = stack([example([1, 2, 3, 4], [2, 3, 4, 5], [0, 0, 0, 0])]);
    expect(Array.from(counted.ones.dataSync())).toEqual([0]);
  });
});
