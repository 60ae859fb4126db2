import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { ModelConfig } from "./config";

/** A transformer: its shape and its parameters by name ("blocks.0.attention.query.weight"). Never changed by a run. */
export interface Model {
  readonly config: ModelConfig;
  readonly params: Readonly<Record<string, Tensor>>;
}

export type Sublayer = "attention" | "mlp";

/**
 * How a method changes the forward pass. Everything a method can do is one of these eight. After the last attention only
 * the positions that are asked for remain: there (B, T, …) is (1, R, …), or (B, 1, …) for a classifier.
 */
export interface Edits {
  /** Use this parameter instead of the base's. */
  weight?(name: string, base: Tensor): Tensor;
  /** Change the output y = xW + b of the matrix `name`. */
  linear?(name: string, x: Tensor3D, y: Tensor3D): Tensor3D;
  /** Change the embedded input (B, T, C); positions put in front are dropped again before the output. */
  input?(x: Tensor3D): Tensor3D;
  /** Change keys and values (B, T, C) of a layer; positions put in front are seen by every query. */
  keysValues?(layer: number, k: Tensor3D, v: Tensor3D): [Tensor3D, Tensor3D];
  /** Change what the heads of a layer have read (B, T, C), before the output matrix, all positions still there; q (B, T, C): its queries. */
  attended?(layer: number, q: Tensor3D, heads: Tensor3D): Tensor3D;
  /** Change the inner activations (B, T, 4C) of a layer's MLP. */
  hidden?(layer: number, inner: Tensor3D): Tensor3D;
  /** Change the output (B, T, C) of a sublayer before it is added to the residual stream. */
  sublayer?(layer: number, kind: Sublayer, output: Tensor3D): Tensor3D;
  /** Change the last step, from features (B, S, C) to logits; `project` is how the model does it. */
  output?(features: Tensor3D, project: (features: Tensor3D) => Tensor): Tensor;
}

/** Keys and values of the positions already read, one pair a layer, so that generation reads each token once. */
export interface Cache {
  /** Token positions read so far (prompts put in front by a method not counted). */
  length: number;
  layers: [Tensor3D, Tensor3D][];
}

export interface ForwardOptions {
  /** `tokens` continue what the cache holds, and the cache is extended. */
  readonly cache?: Cache;
  /** Only these positions, counted over the flattened (B · T), are asked for: logits (1, R, V). */
  readonly rows?: Tensor1D;
}

/** The forward pass: (B, T) token ids -> logits (B, T, V), or (B, 1, k) for a classifier. */
export function forward(
  ops: Ops,
  model: Model,
  tokens: Tensor2D,
  edits: Edits = {},
  options: ForwardOptions = {},
): Tensor {
  return readOut(ops, model, features(ops, model, tokens, edits, options), edits);
}

/** A parameter of the model, or what the edits put in its place. */
function parameter(model: Model, edits: Edits, name: string): Tensor {
  const base = model.params[name];
  if (!base) throw new Error(`the model has no parameter "${name}"`);
  return edits.weight?.(name, base) ?? base;
}

/** The last step: features (B, S, C) -> logits (B, S, V), or (B, S, k) with the head of a classifier. */
export function readOut(ops: Ops, model: Model, features: Tensor3D, edits: Edits = {}): Tensor {
  const param = (name: string): Tensor => parameter(model, edits, name);
  const project = (x: Tensor3D): Tensor => {
    if (model.config.classes > 0) return ops.linear(x, param("classifier.weight"), param("classifier.bias"));
    return model.config.tied
      ? ops.matMulTransposed(x, param("embedding.token.weight"))
      : ops.matMul(x, param("head.weight"));
  };
  return edits.output?.(features, project) ?? project(features);
}

/**
 * All blocks and the last norm, pre-LN: (B, T) token ids -> features (B, T, C); of the first position only, (B, 1, C),
 * for a classifier. Radford et al. 2019 (decoder), Devlin et al. 2018 (encoder, but pre-LN and with a tied head
 * without transform).
 */
export function features(
  ops: Ops,
  model: Model,
  tokens: Tensor2D,
  edits: Edits = {},
  { cache, rows }: ForwardOptions = {},
): Tensor3D {
  const { config } = model;
  const param = (name: string): Tensor => parameter(model, edits, name);
  const linear = (name: string, x: Tensor3D): Tensor3D => {
    const y = ops.linear(x, param(`${name}.weight`), param(`${name}.bias`)) as Tensor3D;
    return edits.linear?.(name, x, y) ?? y;
  };
  const norm = (name: string, x: Tensor3D): Tensor3D =>
    ops.layerNorm(x, param(`${name}.weight`), param(`${name}.bias`)) as Tensor3D;

  const length = tokens.shape[1];
  const started = (cache?.length ?? 0) > 0;
  let x = ops.embed(
    param("embedding.token.weight"),
    param("embedding.position.weight"),
    tokens,
    cache?.length ?? 0,
  ); // (B, T, C)
  if (edits.input && !started) x = edits.input(x); // (B, P + T, C)
  const inFront = x.shape[1] - length;

  // In an encoder nobody may look at padding; a decoder has it only at the end, where nothing looks back from.
  const hiddenKeys = (keys: number): { keyPadding?: Tensor2D } =>
    config.kind === "encoder" ? { keyPadding: ops.padding(tokens, keys - length) } : {};

  const askedFor = (all: Tensor3D): Tensor3D => {
    if (inFront > 0) all = ops.slicePositions(all, inFront, length);
    // Of a classifier only [CLS], the first position, is read.
    if (config.classes > 0) all = ops.slicePositions(all, 0, 1);
    // Of a prompt's positions most are not.
    return rows ? ops.gather(all, rows) : all;
  };

  for (let layer = 0; layer < config.layers; layer++) {
    const at = `blocks.${layer}`;
    const z = norm(`${at}.attention.norm`, x);
    const q = linear(`${at}.attention.query`, z); // (B, T, C)
    let k = linear(`${at}.attention.key`, z);
    let v = linear(`${at}.attention.value`, z);
    if (cache) {
      const before = cache.layers[layer];
      if (before) [k, v] = [ops.concat([before[0], k], 1), ops.concat([before[1], v], 1)];
      cache.layers[layer] = [k, v];
    }
    if (edits.keysValues) [k, v] = edits.keysValues(layer, k, v);
    const mask = { causal: config.kind === "decoder", ...hiddenKeys(k.shape[1]) };
    let heads = ops.attention(q, k, v, config.heads, mask); // (B, T, C)
    if (edits.attended) heads = edits.attended(layer, q, heads);
    // Nobody looks at another position after the last attention: from here on only what is asked for is computed.
    if (layer === config.layers - 1) [heads, x] = [askedFor(heads), askedFor(x)];
    let attended = linear(`${at}.attention.output`, heads);
    if (edits.sublayer) attended = edits.sublayer(layer, "attention", attended);
    x = ops.add(x, attended) as Tensor3D;

    let up = ops.gelu(linear(`${at}.mlp.up`, norm(`${at}.mlp.norm`, x))) as Tensor3D; // (B, T, 4C)
    if (edits.hidden) up = edits.hidden(layer, up);
    let down = linear(`${at}.mlp.down`, up);
    if (edits.sublayer) down = edits.sublayer(layer, "mlp", down);
    x = ops.add(x, down) as Tensor3D;
  }
  if (cache) cache.length += length;

  return norm("norm", x);
}
