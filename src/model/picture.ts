// A transformer that draws: from words and a noisy picture, the velocity that leads to a clean one.
import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import { type BlockContext, block } from "./block";
import { blocksOf } from "./sites";
import type { Subject } from "./subject";
import { paramOf } from "./transformer";

/**
 * What the model reads of B pictures: T positions each, its words and then its patches. A type, not an interface, so that it
 * can be used as a record of tensors.
 */
export type PictureInputs = {
  /** (B, T) int32: the words; at the patches the token of a patch. */
  readonly tokens: Tensor2D;
  /** (B, T, 1): 1 where the word is the new one, to which the base gives no meaning; 0 elsewhere. */
  readonly isNew: Tensor3D;
  /** (B, T, values): the noisy patches, 0 at the words. */
  readonly patches: Tensor3D;
  /** (B, F): features of the time, 0 at pure noise and 1 at the picture. */
  readonly time: Tensor2D;
  /** (B · T) int32: which of the B pictures a position belongs to. */
  readonly picture: Tensor1D;
  /** (B, T, K): what comes with each picture beside its words, 0 at the words; a method's control reads it. */
  readonly condition?: Tensor3D;
};

/**
 * The velocity of every patch (B, patches, values). The transformer of Peebles & Xie 2022, in which words and time are
 * not a norm's gain but tokens and an addition: words are tokens beside the patches, and the time is added to all.
 */
export function velocity({ ops, model, edits }: Subject, inputs: PictureInputs): Tensor3D {
  const { config } = model;
  const { words, time } = requirePicture(config.picture);
  const param = paramOf(model, edits);
  const [batch, length] = inputs.tokens.shape;
  let x = ops.embed(param("embedding.token.weight"), param("embedding.position.weight"), inputs.tokens, 0);
  x = ops.add(x, ops.matMul(inputs.isNew, param("embedding.new.weight"))) as Tensor3D;
  x = ops.add(x, ops.matMul(inputs.patches, param("patch.in.weight"))) as Tensor3D; // (B, T, C)
  if (inputs.time.shape[1] !== time) throw new RangeError(`the model reads ${time} features of the time`);
  const hidden = ops.gelu(ops.linear(inputs.time, param("time.up.weight"), param("time.up.bias")));
  const when = ops.linear(hidden, param("time.down.weight"), param("time.down.bias")); // (B, C)
  const everywhere = ops.reshape(ops.gather(when, inputs.picture), [batch, length, config.width]);
  x = ops.add(x, everywhere) as Tensor3D;
  // Positions in front would be strangers to a control, which reads those of the picture.
  const control = inputs.condition && !edits.input && edits.control?.(inputs.condition, x);
  if (edits.input) x = edits.input(x); // (B, P + T, C)
  const first = x.shape[1] - length + words;
  const narrow = (all: Tensor3D): Tensor3D => ops.slicePositions(all, first, length - words);
  const context: BlockContext = { ops, param, edits, heads: config.heads, causal: false };
  const blocks = blocksOf(config);
  for (const at of blocks) {
    const isLast = at === blocks.at(-1);
    // A control changes all positions, so it needs them to the end.
    x = block(isLast && !control ? { ...context, narrow } : context, at, x);
    if (control) x = control(at, x);
  }
  if (control) x = narrow(x);
  x = ops.layerNorm(x, param("norm.weight"), param("norm.bias")) as Tensor3D;
  const project = (features: Tensor3D): Tensor =>
    ops.linear(features, param("patch.out.weight"), param("patch.out.bias"));
  return (edits.output?.(x, project) ?? project(x)) as Tensor3D;
}

function requirePicture<T>(shape: T | undefined): T {
  if (!shape) throw new Error("the model does not draw: it has no patches");
  return shape;
}
