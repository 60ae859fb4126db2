// The forward pass: embed -> block × L -> read out. To be read beside nanoGPT's model.py.
import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import { type BlockContext, block } from "./block";
import { type Cache, type KeyPadding, nextPositions, promptPadding } from "./cache";
import type { ModelConfig } from "./config";
import type { Edits } from "./edits";
import { type StackShape, stacksOf } from "./sites";

/** A transformer: its shape and its parameters by name ("blocks.0.attention.query.weight"). Never changed by a run. */
export interface Model {
  readonly config: ModelConfig;
  readonly params: Readonly<Record<string, Tensor>>;
}

export interface ForwardOptions {
  /** What the encoder of an encoder-decoder reads: (B, S) token ids. With a cache, at every call. */
  readonly source?: Tensor2D | undefined;
  /** `tokens` continue what the cache holds, and the cache is extended. */
  readonly cache?: Cache;
  /** Only these positions, counted over the flattened (B · T), are asked for: logits (1, R, V). */
  readonly rows?: Tensor1D;
}

/**
 * The forward pass: (B, T) token ids -> logits (B, T, V), (B, 1, k) for a classifier. A scalar head gives (1, B, 1) from the
 * mean over tokens; one that reads the last token gives (1, R, 1), and needs `rows` to know where that is.
 */
export function forward(
  ops: Ops,
  model: Model,
  tokens: Tensor2D,
  edits: Edits = {},
  options: ForwardOptions = {},
): Tensor {
  return readOut(ops, model, features(ops, model, tokens, edits, options), edits);
}

/**
 * All blocks and the last norm: (B, T) token ids -> features (B, T, C), or those of the positions that the head or
 * `rows` asks for. Radford et al. 2019 (decoder), Devlin et al. 2018 (encoder, but pre-LN and with a tied head without
 * transform), Raffel et al. 2020 (encoder-decoder, but with learned positions).
 */
export function features(
  ops: Ops,
  model: Model,
  tokens: Tensor2D,
  edits: Edits = {},
  options: ForwardOptions = {},
): Tensor3D {
  const [first, second] = stacksOf(model.config) as [StackShape, StackShape?];
  const run = { ops, model, edits };
  if (!second) return runStack(run, first, tokens, { ...options, takesInput: true, answers: true });
  const { source, cache } = options;
  if (!source) throw new Error("an encoder-decoder needs the tokens that its encoder reads");
  const isRead = (cache?.length ?? 0) > 0;
  const read = isRead ? null : runStack(run, first, source, { takesInput: true, answers: false });
  const memory = { features: read, keyPadding: encoderPadding(ops, source) };
  return runStack(run, second, tokens, { ...options, memory, takesInput: false, answers: true });
}

/** The last step: features (B, S, C) -> logits (B, S, V), or what another head gives. */
export function readOut(ops: Ops, model: Model, features: Tensor3D, edits: Edits = {}): Tensor {
  const { config } = model;
  const param = paramOf(model, edits);
  const project = (x: Tensor3D): Tensor => {
    switch (config.head.kind) {
      case "tokens":
        return config.tied
          ? ops.matMulTransposed(x, param("embedding.token.weight"))
          : ops.matMul(x, param("head.weight"));
      case "classes":
        return ops.linear(x, param("classifier.weight"), param("classifier.bias"));
      case "scalar":
        return ops.linear(x, param("reward.weight"), param("reward.bias"));
      default:
        return config.head satisfies never;
    }
  };
  return edits.output?.(features, project) ?? project(features);
}

interface StackOptions extends Pick<ForwardOptions, "cache" | "rows"> {
  readonly memory?: BlockContext["memory"];
  /** Whether a method's edit of the input acts here: on the stack that reads the question. */
  readonly takesInput: boolean;
  /** Whether the head reads this stack: then only the positions that it asks for are computed to the end. */
  readonly answers: boolean;
}

/** One stack: token ids (B, T) -> features. */
function runStack(
  { ops, model, edits }: { readonly ops: Ops; readonly model: Model; readonly edits: Edits },
  { stack, prefix, blocks }: StackShape,
  tokens: Tensor2D,
  { cache, rows, memory, takesInput, answers }: StackOptions,
): Tensor3D {
  const { heads, head } = model.config;
  const readsMean = answers && head.kind === "scalar" && head.pool === "mean";
  if (readsMean && rows)
    throw new RangeError("a head that reads the mean over tokens needs all of them, not some rows");
  const param = paramOf(model, edits);
  const length = tokens.shape[1];
  const positions = param(`${prefix}embedding.position.weight`);
  let x = embed(ops, param("embedding.token.weight"), positions, tokens, cache); // (B, T, C)
  const isFirst = (cache?.length ?? 0) === 0;
  if (takesInput && edits.input && isFirst) x = edits.input(x); // (B, P + T, C)
  const inFront = x.shape[1] - length;
  const narrow = (all: Tensor3D): Tensor3D => {
    const own = inFront > 0 ? ops.slicePositions(all, inFront, length) : all;
    const pooled = head.kind === "classes" ? ops.slicePositions(own, 0, 1) : own; // [CLS]
    return rows ? ops.gather(pooled, rows) : pooled;
  };
  const context: BlockContext = {
    ops,
    param,
    edits,
    heads,
    causal: stack === "decoder",
    keyPadding: stack === "encoder" ? encoderPadding(ops, tokens) : cache && promptPadding(cache, length),
    memory,
    cache,
  };
  for (const at of blocks) {
    const isLast = at === blocks.at(-1);
    x = block(answers && isLast ? { ...context, narrow } : context, at, x);
  }
  if (cache) cache.length += length;
  x = ops.layerNorm(x, param(`${prefix}norm.weight`), param(`${prefix}norm.bias`)) as Tensor3D;
  return readsMean ? ops.meanOverTokens(x, tokens) : x;
}

/** Token and position embeddings of what comes after the cache: (B, T) token ids -> (B, T, C). */
function embed(ops: Ops, token: Tensor, position: Tensor, ids: Tensor2D, cache: Cache | undefined): Tensor3D {
  const [batch, length] = ids.shape;
  const rowPositions = cache ? nextPositions(cache, length, position.shape[0]!) : null;
  if (!rowPositions) return ops.embed(token, position, ids, cache?.length ?? 0);
  const embedded = ops.gather(token, ops.reshape(ids, [batch * length]) as Tensor1D); // (1, B · T, C)
  const all = ops.add(embedded, ops.gather(position, rowPositions));
  return ops.reshape(all, [batch, length, token.shape[1]!]) as Tensor3D;
}

/**
 * In an encoder no query may see padding. A decoder needs no such mask: its padding is at the end, where only padding sees
 * it. That changes when it reads on after prompts of different lengths (`promptPadding`).
 */
function encoderPadding(ops: Ops, tokens: Tensor2D): KeyPadding {
  return (keys) => ops.padding(tokens, keys - tokens.shape[1]);
}

/** A parameter of the model, or what the edits put in its place. */
export function paramOf(model: Model, edits: Edits): (name: string) => Tensor {
  return (name) => {
    const base = model.params[name];
    if (!base) throw new Error(`the model has no parameter "${name}"`);
    return edits.weight?.(name, base) ?? base;
  };
}
