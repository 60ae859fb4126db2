import { type Device, defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import type { ModelConfig } from "../../src/model/config";
import { blocksOf } from "../../src/model/sites";
import { adam, type Contestant, randomExamples, type Setup, startingParams } from "./contestant";

// jax-js frees an array when it is handed on; `.ref` hands on one reference more.
type Params = Record<string, np.Array>;
type State = {
  params: Params;
  first: Params;
  second: Params;
  /** β₁ᵗ and β₂ᵗ, for the correction of the bias. */
  powers: [np.Array, np.Array];
};

/** A peer: the same model and step written for jax-js, forward, gradients and Adam compiled as one. */
export async function startJax(device: Device, setup: Setup): Promise<Contestant> {
  if (!(await init(device)).includes(device)) throw new Error(`jax-js has no ${device} here`);
  defaultDevice(device);
  const { config } = setup;
  const examples = randomExamples(setup);
  const stacked = (rows: readonly Int32Array[]): np.Array =>
    np.array(Int32Array.from(rows.flatMap((row) => [...row])), { shape: [rows.length, config.context] });
  const tokens = stacked(examples.map((example) => example.tokens));
  const targets = stacked(examples.map((example) => example.targets));
  const filled = (fill: (data: Float32Array) => Float32Array): Params =>
    Object.fromEntries(
      Object.entries(startingParams(setup)).map(([name, { data, shape }]) => [
        name,
        np.array(fill(Float32Array.from(data)), { shape: [...shape] }),
      ]),
    );
  let state: State = {
    params: filled((data) => data),
    first: filled((data) => data.fill(0)),
    second: filled((data) => data.fill(0)),
    powers: [np.array(new Float32Array([1])), np.array(new Float32Array([1]))],
  };

  const step = jit((before: State, ids: np.Array, answers: np.Array): { after: State; loss: np.Array } => {
    const lossOf = (params: Params): np.Array => crossEntropy(config, params, ids.ref, answers.ref);
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(before.params)) as [np.Array, Params];
    tree.dispose([ids, answers]);
    return { after: adamStep(before, gradients), loss };
  });
  return {
    async step() {
      const { after, loss } = step(state, tokens.ref, targets.ref);
      state = after;
      const [value] = await loss.data();
      return value!;
    },
    dispose() {
      tree.dispose([state.params, state.first, state.second, state.powers, tokens, targets]);
      step.dispose();
    },
  };
}

/** Mean cross-entropy over all positions. */
function crossEntropy(config: ModelConfig, params: Params, tokens: np.Array, targets: np.Array): np.Array {
  const { heads, width, context, vocabulary } = config;
  const batch = tokens.shape[0]!;
  const param = (name: string): np.Array => params[name]!.ref;
  const linear = (name: string, x: np.Array): np.Array =>
    np.matmul(x, param(`${name}.weight`)).add(param(`${name}.bias`));
  const norm = (name: string, x: np.Array): np.Array =>
    nn
      .standardize(x)
      .mul(param(`${name}.weight`))
      .add(param(`${name}.bias`));
  const split = (x: np.Array): np.Array =>
    x.reshape([batch, context, heads, width / heads]).transpose([0, 2, 1, 3]);
  const mask = np.triu(np.full([context, context], -1e9), 1);

  let x = np.take(param("embedding.token.weight"), tokens, 0).add(param("embedding.position.weight")); // (B, T, C)
  for (let layer = 0; layer < blocksOf(config).length; layer++) {
    const attention = `blocks.${layer}.attention`;
    const mlp = `blocks.${layer}.mlp`;
    const z = norm(`${attention}.norm`, x.ref);
    const q = split(linear(`${attention}.query`, z.ref)); // (B, H, T, D)
    const k = split(linear(`${attention}.key`, z.ref));
    const v = split(linear(`${attention}.value`, z));
    const scores = np.matmul(q, k.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(width / heads));
    const mixed = np.matmul(nn.softmax(scores.add(mask.ref)), v); // (B, H, T, D)
    const joined = mixed.transpose([0, 2, 1, 3]).reshape([batch, context, width]);
    x = x.add(linear(`${attention}.output`, joined));
    const up = nn.gelu(linear(`${mlp}.up`, norm(`${mlp}.norm`, x.ref)));
    x = x.add(linear(`${mlp}.down`, up));
  }
  const head = config.tied ? param("embedding.token.weight").transpose() : param("head.weight");
  const logits = np.matmul(norm("norm", x), head); // (B, T, V)
  const chosen = nn.logSoftmax(logits).mul(nn.oneHot(targets, vocabulary));
  mask.dispose();
  tree.dispose(params);
  return chosen.sum().mul(-1 / (batch * context));
}

/** One step of Adam; consumes both. */
function adamStep({ params, first, second, powers }: State, gradients: Params): State {
  const { rate, beta1, beta2, epsilon } = adam;
  const after: State = {
    params: {},
    first: {},
    second: {},
    powers: [powers[0].mul(beta1), powers[1].mul(beta2)],
  };
  const [firstBias, secondBias] = after.powers.map((power) => np.subtract(1, power.ref)) as [
    np.Array,
    np.Array,
  ];
  for (const [name, gradient] of Object.entries(gradients)) {
    const m = first[name]!.mul(beta1).add(gradient.ref.mul(1 - beta1));
    const v = second[name]!.mul(beta2).add(np.square(gradient).mul(1 - beta2));
    const spread = np.sqrt(v.ref.div(secondBias.ref)).add(epsilon);
    after.params[name] = params[name]!.sub(m.ref.div(firstBias.ref).div(spread).mul(rate));
    after.first[name] = m;
    after.second[name] = v;
  }
  tree.dispose([firstBias, secondBias]);
  return after;
}
