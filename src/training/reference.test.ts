import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { plainAdamW } from "../engine/adamw";
import { type Engine, startEngine } from "../engine/engine";
import { plainOps } from "../engine/plain-ops";
import type { AnyOptions } from "../lib/options";
import { findMethod, methods } from "../methods/index";
import { tokensHead } from "../model/config";
import {
  type MethodFixture,
  type ModelFixture,
  methodFixtures,
  readMethodFixture,
  readModelFixture,
  relativeError,
  toPlain,
} from "../model/fixtures/read-fixture";
import { forward } from "../model/transformer";
import { type Batch, stack } from "./batch";
import { toModel } from "./load-base";
import { TrainingSession } from "./session";

// PyTorch computed the fixtures in double precision: what is compared here is the architecture, the gradients and the
// optimiser, through both versions of the operations.

const tolerance = 1e-4;
/** A key bias shifts all scores of a query alike: its gradient is exactly 0, and what AdamW makes of rounding noise is noise. */
const isNoise = (name: string): boolean => /(attention|cross)\.key\.bias$/.test(name);

let fused: Engine;
let plain: Engine;

beforeAll(async () => {
  fused = await startEngine("wasm", nodeEngineFiles);
  plain = { ...fused, fused: false, ops: plainOps, applyAdamW: plainAdamW };
});

const engines = [
  ["fused", () => fused],
  ["plain", () => plain],
] as const;

function batchOf({ tokens, targets, counts, source }: ModelFixture): Batch {
  return stack(
    tokens.map((row, i) => ({
      tokens: Int32Array.from(row),
      targets: Int32Array.from(targets[i]!),
      weights: Float32Array.from(counts[i]!),
      ...(source && { source: Int32Array.from(source[i]!) }),
    })),
  );
}

/** A session over the fixture's base, with the optimiser settings of the fixture. */
function sessionOf(
  engine: Engine,
  model: ModelFixture,
  method: string,
  options: AnyOptions = {},
  optimiser = model.optimiser,
): TrainingSession {
  const params = toPlain(model.parameters);
  const own = Object.entries(params).filter(([name]) => !name.startsWith("classifier."));
  const base = toModel({ ...model.config, head: tokensHead }, Object.fromEntries(own));
  const { beta1, beta2, epsilon, weightDecay } = optimiser;
  return new TrainingSession(engine, base, {
    method: findMethod(method)!,
    options,
    seed: 1,
    head: model.config.head,
    optimiser: { beta1, beta2, epsilon, weightDecay, clipNorm: 0 },
  });
}

/** Compares logits, loss, every gradient and the variables after the optimiser's steps. */
function compare(
  session: TrainingSession,
  engine: Engine,
  batch: Batch,
  expected: MethodFixture | ModelFixture,
): void {
  const { tokens, source } = batch;
  const logits = forward(engine.ops, session.model, tokens, session.edits, { source });
  expect(relativeError(logits.dataSync(), expected.logits.values)).toBeLessThan(tolerance);
  tf.tidy(() => {
    const { loss, gradients } = session.gradients(batch);
    expect(loss.dataSync()[0]).toBeCloseTo(expected.loss, 4);
    expect(Object.keys(gradients).sort()).toEqual(Object.keys(expected.gradients).sort());
    for (const [name, { values }] of Object.entries(expected.gradients)) {
      expect(relativeError(gradients[name]!.dataSync(), values), name).toBeLessThan(tolerance);
    }
  });
  expected.losses.forEach((loss, step) => {
    const share = (step + 1) / expected.losses.length;
    const found = session.step(batch, expected.optimiser.learningRate, share);
    expect(found.dataSync()[0]).toBeCloseTo(loss, 4);
  });
  for (const [name, { values }] of Object.entries(expected.after)) {
    if (isNoise(name)) continue;
    expect(relativeError(session.variables[name]!.dataSync(), values), name).toBeLessThan(tolerance);
  }
}

/** If a method can be merged into the base, the merged model answers the same. */
function compareMerged(
  session: TrainingSession,
  engine: Engine,
  { tokens, source }: Batch,
  { logits }: MethodFixture,
): void {
  const merged = session.merged();
  if (!merged) return;
  const found = forward(engine.ops, merged, tokens, {}, { source });
  expect(relativeError(found.dataSync(), logits.values)).toBeLessThan(tolerance);
}

/** Shapes by name, in the order of the names. */
function shapesOf(
  tensors: Readonly<Record<string, { readonly shape: readonly number[] }>>,
): [string, readonly number[]][] {
  return Object.entries(tensors)
    .map(([name, { shape }]): [string, readonly number[]] => [name, shape])
    .sort(([a], [b]) => a.localeCompare(b));
}

describe.each(engines)("the %s operations agree with PyTorch", (_, engineOf) => {
  it.each(["decoder", "untied", "encoder", "classifier", "seq2seq"])(
    "on every parameter of the %s",
    (name) => {
      const fixture = readModelFixture(name);
      const session = sessionOf(engineOf(), fixture, "full");
      session.restore({ steps: 0, variables: toPlain(fixture.parameters), moments: {}, buffers: {} });
      compare(session, engineOf(), batchOf(fixture), fixture);
    },
  );

  it.each(methodFixtures)("on %s", async (name) => {
    const fixture = readMethodFixture(name);
    const model = readModelFixture(fixture.base);
    const session = sessionOf(engineOf(), model, fixture.method, fixture.options, fixture.optimiser);
    const variables = toPlain(fixture.variables);
    expect(shapesOf(session.variables)).toEqual(shapesOf(variables));
    if (fixture.isOwnStart) {
      for (const [own, { values }] of Object.entries(fixture.variables)) {
        expect(relativeError(session.variables[own]!.dataSync(), values), own).toBeLessThan(1e-6);
      }
    }
    const put = { ...variables, ...toPlain(fixture.fixed) };
    session.restore({ steps: 0, variables: put, moments: {}, buffers: {} });
    compareMerged(session, engineOf(), batchOf(model), fixture);
    compare(session, engineOf(), batchOf(model), fixture);
    const { buffers } = await session.snapshot();
    // A snapshot holds what never moves, too.
    const remembered = { ...fixture.memories, ...fixture.fixed };
    expect(shapesOf(buffers)).toEqual(shapesOf(remembered));
    for (const [own, { values }] of Object.entries(remembered)) {
      expect(relativeError(buffers[own]!.data, values), own).toBeLessThan(tolerance);
    }
  });
});

describe("PyTorch has computed", () => {
  const fixtures = methodFixtures.map((name) => readMethodFixture(name));

  it("every method that fits an encoder-decoder, on one", () => {
    const { config } = readModelFixture("seq2seq");
    const fitting = methods.filter(({ id, fits }) => id !== "full" && (fits?.(config) ?? true) === true);
    const computed = fixtures.filter(({ base }) => base === "seq2seq").map(({ method }) => method);
    expect(new Set(computed)).toEqual(new Set(fitting.map(({ id }) => id)));
  });

  it.each(methods.filter(({ id }) => id !== "full"))("every choice of $id", ({ id, options }) => {
    const own = fixtures.filter(({ method }) => method === id);
    expect(own).not.toHaveLength(0);
    for (const [name, spec] of Object.entries(options)) {
      const values = own.map((fixture) => fixture.options[name] ?? spec.default);
      if (spec.kind === "switch") expect(new Set(values), name).toEqual(new Set([false, true]));
      // What the prompts start from is no part of the mathematics.
      const isStart = id === "prompt-tuning" && name === "init";
      if (spec.kind === "choice" && !isStart) expect(new Set(values), name).toEqual(new Set(spec.choices));
      if (spec.kind === "set") expect(new Set(values.flat()), name).toEqual(new Set(spec.choices));
    }
  });
});
