import * as tf from "@tensorflow/tfjs-core";
import { plainOps } from "../../src/engine/plain-ops";
import { parseOptions } from "../../src/lib/options";
import { tokensHead } from "../../src/model/config";
import { forward } from "../../src/model/transformer";
import { toModel } from "../../src/training/load-base";
import { VariableStore } from "../../src/training/variable-store";
import { adam, type Contestant, randomExamples, type Setup, startingParams } from "./contestant";
import { methodOf } from "./ours";

/** TensorFlow.js as it comes: the same model of stock operations, under its own Adam. */
export function startStock(setup: Setup, methodId: string): Contestant {
  const { context } = setup.config;
  const base = toModel(setup.config, startingParams(setup));
  const examples = randomExamples(setup);
  const stacked = (rows: readonly Int32Array[]): tf.Tensor2D =>
    tf.tensor2d(
      rows.flatMap((row) => [...row]),
      [rows.length, context],
      "int32",
    );
  const tokens = stacked(examples.map((example) => example.tokens));
  const targets = stacked(examples.map((example) => example.targets));
  const weights = tf.ones([examples.length, context]);
  const normaliser = tf.scalar(examples.length * context);

  const method = methodOf(methodId);
  const store = new VariableStore(1);
  const options = parseOptions(method.options, {});
  const edits = method.attach({
    model: base,
    options,
    variables: store,
    ops: plainOps,
    head: tokensHead,
    answerTokens: [],
  });
  const variables = Object.values(store.trained);
  const optimiser = tf.train.adam(adam.rate, adam.beta1, adam.beta2, adam.epsilon);
  const lossOf = (): tf.Scalar =>
    plainOps.crossEntropy(forward(plainOps, base, tokens, edits), targets, weights, normaliser) as tf.Scalar;
  return {
    async step() {
      const loss = optimiser.minimize(lossOf, true, variables);
      if (!loss) throw new Error("the optimiser gave no loss back");
      const [value] = await loss.data();
      loss.dispose();
      return value!;
    },
    dispose() {
      optimiser.dispose();
      store.dispose();
      tf.dispose([tokens, targets, weights, normaliser, ...Object.values(base.params)]);
    },
  };
}
