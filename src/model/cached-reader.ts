import * as tf from "@tensorflow/tfjs-core";
import { type Cache, emptyCache, selectRows, tensorsOf } from "./cache";
import type { Subject } from "./subject";
import { forward } from "./transformer";

/** Reads a batch of texts token by token and says what comes next; every token is read once. Dispose it after use. */
export class CachedReader {
  private cache: Cache;
  /** Padded to the longest, even after that one has left the batch: cached keys and values keep their positions. */
  private sources: readonly Int32Array[] | undefined;

  /** `sources`: what the encoder of an encoder-decoder reads, one for each prompt. */
  constructor(
    private readonly subject: Subject,
    private readonly prompts: readonly ArrayLike<number>[],
    sources: readonly ArrayLike<number>[] | undefined,
  ) {
    this.cache = emptyCache(prompts.map(({ length }) => length));
    this.sources = sources && padded(sources);
  }

  /** Reads the prompts and continues with `copies` rows of each: logits (B, V) for the next token. */
  readPrompts(copies: number): tf.Tensor2D {
    return tf.tidy(() => {
      const tokens = stack(padded(this.prompts));
      const last = this.prompts.map(({ length }, row) => row * tokens.shape[1] + length - 1);
      const logits = this.read(tokens, tf.tensor1d(last, "int32"));
      if (copies === 1) return logits;
      const rows = this.prompts.flatMap((_, row) => Array.from({ length: copies }, () => row));
      this.select(rows);
      return tf.gather(logits, tf.tensor1d(rows, "int32"));
    });
  }

  /** Reads one more token (B) int32 of every row: logits (B, V) for the next one. */
  readTokens(ids: tf.Tensor1D): tf.Tensor2D {
    return tf.tidy(() => this.read(tf.reshape(ids, [ids.size, 1])));
  }

  /** Continues with these rows only, in this order; a row may be repeated. */
  select(rows: readonly number[]): void {
    this.replaceCache(selectRows(this.cache, rows));
    const { sources } = this;
    this.sources = sources && rows.map((row) => sources[row]!);
  }

  dispose(): void {
    tf.dispose(tensorsOf(this.cache));
  }

  private read(tokens: tf.Tensor2D, rows?: tf.Tensor1D): tf.Tensor2D {
    const { cache, sources } = this;
    const { ops, model, edits } = this.subject;
    const grown: Cache = { ...cache, keysValues: { ...cache.keysValues } };
    const source = sources && stack(sources);
    const logits = forward(ops, model, tokens, edits, { cache: grown, source, ...(rows && { rows }) });
    for (const tensor of tensorsOf(grown)) tf.keep(tensor);
    this.replaceCache(grown);
    return tf.reshape(logits, [tokens.shape[0], model.config.vocabulary]);
  }

  private replaceCache(cache: Cache): void {
    // The keys and values of cross attention are shared with the former cache.
    const kept = new Set(tensorsOf(cache));
    tf.dispose(tensorsOf(this.cache).filter((tensor) => !kept.has(tensor)));
    this.cache = cache;
  }
}

/** Texts padded at the end with 0 to the longest. */
function padded(texts: readonly ArrayLike<number>[]): Int32Array[] {
  const width = Math.max(...texts.map(({ length }) => length));
  return texts.map((text) => {
    const tokens = new Int32Array(width);
    tokens.set(text);
    return tokens;
  });
}

/** Texts of one length T as token ids (B, T). */
function stack(texts: readonly Int32Array[]): tf.Tensor2D {
  const width = texts[0]!.length;
  const tokens = new Int32Array(texts.length * width);
  texts.forEach((text, row) => {
    tokens.set(text, row * width);
  });
  return tf.tensor2d(tokens, [texts.length, width], "int32");
}
