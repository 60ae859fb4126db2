import { median } from "../lib/median";
import type { PlainTensor } from "../lib/safetensors";
import type { Tokenizer } from "../model/tokenizer";

/** What one trained prompt vector is near to. */
export interface PromptWord {
  /** Length of the vector. */
  readonly norm: number;
  /** The tokens whose embeddings point most nearly the same way, with the cosine of the angle. */
  readonly nearest: readonly { readonly token: string; readonly cosine: number }[];
}

export interface PromptWords {
  readonly words: readonly PromptWord[];
  /** Median length of a real token's vector. */
  readonly usualNorm: number;
  /** The highest cosine that half of the real tokens find among the others: how near the nearest neighbour usually is. */
  readonly usualCosine: number;
}

const shown = 5;
/** Real tokens whose neighbours are looked at, evenly spread over the vocabulary. */
const sampled = 100;

/**
 * The soft-prompt translator: for each vector (P, C) the nearest rows of the token table (V, C). Id 0, padding, is not
 * a word.
 */
export function translatePrompt(vectors: PlainTensor, table: PlainTensor, tokenizer: Tokenizer): PromptWords {
  const width = table.shape[1]!;
  const row = ({ data }: PlainTensor, i: number): Float32Array => data.subarray(i * width, (i + 1) * width);
  const ids = Array.from({ length: table.shape[0]! - 1 }, (_, i) => i + 1);
  const real = ids.map((id) => ({ id, vector: row(table, id), norm: norm(row(table, id)) }));
  const neighbours = (vector: Float32Array, without = 0): { id: number; cosine: number }[] => {
    const length = norm(vector);
    return real
      .filter(({ id }) => id !== without)
      .map((one) => ({ id: one.id, cosine: dot(vector, one.vector) / Math.max(length * one.norm, 1e-12) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, shown);
  };
  const step = Math.max(1, Math.floor(real.length / sampled));
  const usual = real
    .filter((_, i) => i % step === 0)
    .map(({ id, vector }) => neighbours(vector, id)[0]?.cosine ?? 0);
  return {
    words: Array.from({ length: vectors.shape[0]! }, (_, i) => ({
      norm: norm(row(vectors, i)),
      nearest: neighbours(row(vectors, i)).map(({ id, cosine }) => ({
        token: tokenizer.vocabulary[id] ?? "",
        cosine,
      })),
    })),
    usualNorm: median(real.map((one) => one.norm)),
    usualCosine: median(usual),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function norm(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector));
}
