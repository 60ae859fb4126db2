// What a model keeps of the tokens it has read, so that generation reads each token once: keys and values.
import * as tf from "@tensorflow/tfjs-core";

/** Keys and values (B, K, C) of an attention, before a method's edits. */
export type KeysValues = readonly [k: tf.Tensor3D, v: tf.Tensor3D];

/** Marks of 1 at the keys that are padding (B, K), for as many keys K as there are now. */
export type KeyPadding = (keys: number) => tf.Tensor2D;

export interface Cache {
  /** Tokens read so far, padding included, without the prompts that a method adds in front. */
  length: number;
  /** By the name of the attention. */
  readonly keysValues: Record<string, KeysValues>;
  /** Set if prompts differ in length. The first call reads them, padded at the end to the longest. */
  readonly ragged?: RaggedPrompts | undefined;
}

/** What a row reads next comes after the padding, but has the position right behind its own prompt. */
interface RaggedPrompts {
  /** The length of each row's prompt. */
  readonly lengths: readonly number[];
  /** Length of the longest, which may have left the batch since. */
  readonly longest: number;
}

/** A cache for prompts of these lengths, before they are read. */
export function emptyCache(lengths: readonly number[]): Cache {
  const differ = lengths.some((length) => length !== lengths[0]);
  return {
    length: 0,
    keysValues: {},
    ragged: differ ? { lengths, longest: Math.max(...lengths) } : undefined,
  };
}

/**
 * Positions (B · T) of the next T tokens of every row; null where all rows are at the same one, `cache.length`.
 * A row at the last position stays there: its text has ended, and it is read on only to fill the batch.
 */
export function nextPositions({ ragged, length }: Cache, count: number, context: number): tf.Tensor1D | null {
  if (!ragged || length === 0) return null;
  const written = length - ragged.longest;
  const positions = ragged.lengths.flatMap((prompt) =>
    Array.from({ length: count }, (_, t) => Math.min(prompt + written + t, context - 1)),
  );
  return tf.tensor1d(positions, "int32");
}

/** The padding between prompts and the `count` tokens being read; undefined where no query comes after padding. */
export function promptPadding({ ragged, length }: Cache, count: number): KeyPadding | undefined {
  if (!ragged || length === 0) return undefined;
  const made: Record<number, tf.Tensor2D> = {};
  return (keys) => {
    made[keys] ??= paddingMarks(ragged, keys, keys - length - count);
    return made[keys];
  };
}

/** (B, K): 1 from the end of each prompt to the end of the longest; `inFront`: keys that a method adds before them. */
function paddingMarks({ lengths, longest }: RaggedPrompts, keys: number, inFront: number): tf.Tensor2D {
  const marks = new Float32Array(lengths.length * keys);
  lengths.forEach((length, row) => {
    const from = row * keys + inFront;
    marks.fill(1, from + length, from + longest);
  });
  return tf.tensor2d(marks, [lengths.length, keys]);
}

/** The cache of these rows, in this order; a row may be repeated. The new tensors are kept; the given ones are not disposed. */
export function selectRows({ length, keysValues, ragged }: Cache, rows: readonly number[]): Cache {
  const indices = tf.tensor1d([...rows], "int32");
  const select = (x: tf.Tensor3D): tf.Tensor3D => tf.keep(tf.gather(x, indices));
  const selected: Record<string, KeysValues> = {};
  for (const [name, [k, v]] of Object.entries(keysValues)) selected[name] = [select(k), select(v)];
  indices.dispose();
  return {
    length,
    keysValues: selected,
    ragged: ragged && { ...ragged, lengths: rows.map((row) => ragged.lengths[row]!) },
  };
}

/** The tensors that a cache holds. */
export function tensorsOf({ keysValues }: Cache): tf.Tensor[] {
  return Object.values(keysValues).flat();
}
