// One transformer block, pre-LN: x + attention(norm(x)), in a decoder with an encoder x + cross(norm(x)), x + mlp(norm(x)).
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Cache, KeyPadding, KeysValues } from "./cache";
import type { Edits } from "./edits";
import { type AttentionSite, attentionsOf, type Block, type MatrixSite, type MlpSite } from "./sites";

/** What a block needs beside its input. */
export interface BlockContext {
  readonly ops: Ops;
  /** A parameter by its name. */
  readonly param: (name: string) => Tensor;
  readonly edits: Edits;
  /** Attention heads. */
  readonly heads: number;
  /** Whether a position sees only those before it. */
  readonly causal: boolean;
  /** Padding among the keys of the block's own stack. */
  readonly keyPadding?: KeyPadding | undefined;
  /** What the encoder has read: features (B, S, C), null where the cache holds their keys and values already. */
  readonly memory?: { readonly features: Tensor3D | null; readonly keyPadding: KeyPadding } | undefined;
  readonly cache?: Cache | undefined;
  /** Keeps only the positions whose output is needed: after the last attention no position reads another. */
  readonly narrow?: ((x: Tensor3D) => Tensor3D) | undefined;
}

/** x (B, T, C) -> (B, T, C), or only the positions that `narrow` keeps. */
export function block(context: BlockContext, at: Block, x: Tensor3D): Tensor3D {
  const attentions = attentionsOf(at);
  for (const site of attentions) x = attention(context, site, x, site === attentions.at(-1));
  return mlp(context, at.mlp, x);
}

function attention(context: BlockContext, at: AttentionSite, x: Tensor3D, isLast: boolean): Tensor3D {
  const { ops, edits, heads, causal, keyPadding, memory, narrow } = context;
  const isCross = at.sublayer === "cross";
  const z = norm(context, at.name, x);
  const q = linear(context, at.query, z); // (B, T, C)
  let [k, v] = isCross ? memoryKeysValues(context, at) : ownKeysValues(context, at, z); // (B, K, C)
  if (edits.keysValues) [k, v] = edits.keysValues(at, k, v);
  const padding = (isCross ? memory?.keyPadding : keyPadding)?.(k.shape[1]);
  const mask = { causal: causal && !isCross, ...(padding && { keyPadding: padding }) };
  let read = ops.attention(q, k, v, heads, mask); // (B, T, C)
  if (edits.attended) read = edits.attended(at, q, read);
  if (narrow && isLast) [read, x] = [narrow(read), narrow(x)];
  let output = linear(context, at.output, read);
  if (edits.sublayer) output = edits.sublayer(at, output);
  return ops.add(x, output) as Tensor3D;
}

function mlp(context: BlockContext, at: MlpSite, x: Tensor3D): Tensor3D {
  const { ops, edits } = context;
  let inner = ops.gelu(linear(context, at.up, norm(context, at.name, x))) as Tensor3D; // (B, T, 4C)
  if (edits.mlpInner) inner = edits.mlpInner(at, inner);
  let output = linear(context, at.down, inner);
  if (edits.sublayer) output = edits.sublayer(at, output);
  return ops.add(x, output) as Tensor3D;
}

/** Keys and values of the block's own input, after those that the cache holds. */
function ownKeysValues(context: BlockContext, at: AttentionSite, z: Tensor3D): KeysValues {
  const { ops, cache } = context;
  const fresh: KeysValues = [linear(context, at.key, z), linear(context, at.value, z)];
  if (!cache) return fresh;
  const former = cache.keysValues[at.name];
  const all: KeysValues = former
    ? [ops.concat([former[0], fresh[0]], 1), ops.concat([former[1], fresh[1]], 1)]
    : fresh;
  cache.keysValues[at.name] = all;
  return all;
}

/** Keys and values of what the encoder has read: computed once, they are the same for every token that is written. */
function memoryKeysValues(context: BlockContext, at: AttentionSite): KeysValues {
  const { memory, cache } = context;
  const known = cache?.keysValues[at.name];
  if (known) return known;
  if (!memory?.features) throw new Error("an encoder-decoder needs the tokens that its encoder reads");
  const made: KeysValues = [
    linear(context, at.key, memory.features),
    linear(context, at.value, memory.features),
  ];
  if (cache) cache.keysValues[at.name] = made;
  return made;
}

/** y = x W + b of a matrix, as the method has it. */
function linear({ ops, param, edits }: BlockContext, at: MatrixSite, x: Tensor3D): Tensor3D {
  const y = ops.linear(x, param(`${at.name}.weight`), param(`${at.name}.bias`)) as Tensor3D;
  return edits.linear?.(at, x, y) ?? y;
}

/** The layer norm in front of a sublayer. */
function norm({ ops, param }: BlockContext, sublayer: string, x: Tensor3D): Tensor3D {
  return ops.layerNorm(x, param(`${sublayer}.norm.weight`), param(`${sublayer}.norm.bias`)) as Tensor3D;
}
