import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../engine/engine";
import { largestDifference } from "../lib/largest-difference";
import { defaultOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { Method } from "../methods/method";
import { type ModelConfig, tokensHead } from "../model/config";
import type { Edits } from "../model/edits";
import { initialParams } from "../model/init";
import { blocksOf } from "../model/sites";
import { forward, type Model } from "../model/transformer";
import { type Batch, disposeBatch, stack } from "./batch";
import { toModel } from "./load-base";
import { disposeMerged } from "./merge-check";
import { TrainingSession } from "./session";

/** What a method does, found by running its code with its default options instead of being written down by hand. */
export interface MethodFacts {
  /** It can be merged into the base, and the largest difference of a logit that this made after some steps. */
  readonly mergeable: boolean;
  readonly mergeDifference: number | null;
  /** Positions put in front of the input, and keys that every layer reads beside those of the text. */
  readonly extraPositions: { readonly input: number; readonly keys: number };
  /** It does not change the base's answers before the first step; the largest difference of a logit. */
  readonly noOpAtStart: boolean;
  readonly startDifference: number;
  /** The backward pass goes through all blocks down to the first: no part of the base is skipped. */
  readonly backpropToInput: boolean;
  /** Kinds of variables whose gradient is exactly 0 at step 0. */
  readonly zeroGradientAtStart: readonly string[];
  readonly trained: number;
  readonly kept: number;
  readonly stored: number;
}

const shape = {
  vocabulary: 64,
  context: 16,
  layers: 2,
  heads: 2,
  width: 32,
  tied: true,
  head: tokensHead,
} as const;
const steps = 5;

/** Probes a method on a small base with random parameters. */
export function probeMethod(engine: Engine, method: Method, kind: "decoder" | "encoder"): MethodFacts {
  const config: ModelConfig = { ...shape, kind };
  const base = toModel(config, initialParams(config, createRandom("probe")));
  const spec = {
    method,
    options: defaultOptions(method.options),
    seed: 1,
    head: tokensHead,
    answerTokens: [1, 2],
  };
  const watched = counting(engine);
  const session = new TrainingSession(watched.engine, base, spec);
  const batch = randomBatch(config);
  const logits = (model: Model, edits: Edits): Float32Array =>
    tf.tidy(() => forward(watched.engine.ops, model, batch.tokens, edits).dataSync() as Float32Array);

  const plain = logits(base, {});
  watched.seen.keys = 0;
  const startDifference = largestDifference(plain, logits(base, session.edits));
  const { queries, keys } = watched.seen;
  const extraPositions = {
    input: queries - config.context,
    keys: Math.round(keys / blocksOf(config).length) - queries,
  };
  const zeroGradientAtStart = zeroGradients(session, batch);
  const backpropToInput = runsBack(engine, session, batch);
  for (let step = 1; step <= steps; step++) session.step(batch, 0.01, step / steps).dispose();
  const merged = session.merged();
  const facts: MethodFacts = {
    mergeable: merged !== null,
    mergeDifference: merged && largestDifference(logits(merged, {}), logits(base, session.edits)),
    extraPositions,
    noOpAtStart: startDifference < 1e-6,
    startDifference,
    backpropToInput,
    zeroGradientAtStart,
    ...session.counts,
  };
  if (merged) disposeMerged(merged, session.model);
  session.dispose();
  disposeBatch(batch);
  tf.dispose(Object.values(base.params));
  return facts;
}

function randomBatch({ vocabulary, context }: ModelConfig): Batch {
  const random = createRandom("probe batch");
  const draw = (): Int32Array =>
    Int32Array.from({ length: context }, () => 1 + random.integer(vocabulary - 1));
  const weights = new Float32Array(context).fill(1);
  return stack(Array.from({ length: 4 }, () => ({ tokens: draw(), targets: draw(), weights })));
}

/** "blocks.0.attention.query.lora_A" -> "lora_A": each kind once. A method's own penalty is left out. */
function zeroGradients(session: TrainingSession, batch: Batch): string[] {
  return tf.tidy(() => {
    const variables = Object.entries(session.variables);
    const { grads } = tf.engine().gradients(
      () => session.loss(batch),
      variables.map(([, variable]) => variable),
      undefined,
      true,
    );
    const still = variables.filter((_, i) => (tf.norm(grads[i]!).dataSync()[0] ?? 0) === 0);
    return [
      ...new Set(still.map(([name]) => name.replace(/^(blocks\.\d+\.)?(attention\.|mlp\.)?(\w+\.)?/, ""))),
    ];
  });
}

/** Whether the backward pass reaches the output of the first block: a spy there is asked for its gradient only then. */
function runsBack({ ops }: Engine, { model, edits, variables }: TrainingSession, batch: Batch): boolean {
  let reached = false;
  const spy = (x: tf.Tensor): tf.Tensor =>
    tf.customGrad((value) => ({
      value: tf.mul(value as tf.Tensor, 1),
      gradFunc: (dy: tf.Tensor) => {
        reached = true;
        return dy;
      },
    }))(x);
  const watched: Edits = {
    ...edits,
    sublayer: (at, output) => {
      const changed = edits.sublayer?.(at, output) ?? output;
      return at.layer === 0 && at.sublayer === "mlp" ? (spy(changed) as tf.Tensor3D) : changed;
    },
  };
  const { rows, targets, weights, normaliser } = batch;
  const loss = (): tf.Tensor =>
    ops.crossEntropy(forward(ops, model, batch.tokens, watched, { rows }), targets, weights, normaliser);
  tf.tidy(() => tf.engine().gradients(loss, Object.values(variables), undefined, true));
  return reached;
}

/** An engine that counts the queries and keys that its attention is given. */
function counting(engine: Engine): { engine: Engine; seen: { queries: number; keys: number } } {
  const seen = { queries: 0, keys: 0 };
  const attention: Engine["ops"]["attention"] = (q, k, v, heads, mask) => {
    seen.queries = q.shape[1];
    seen.keys += k.shape[1];
    return engine.ops.attention(q, k, v, heads, mask);
  };
  return { engine: { ...engine, ops: { ...engine.ops, attention } }, seen };
}
