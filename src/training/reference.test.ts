import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { plainAdamW } from "../engine/adamw";
import { type Engine, startEngine } from "../engine/engine";
import { plainOps } from "../engine/plain-ops";
import { findMethod } from "../methods/index";
import {
  type MethodFixture,
  type ModelFixture,
  readFixture,
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
const isNoise = (name: string): boolean => name.endsWith("attention.key.bias");

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

function batchOf({ tokens, targets, counts }: ModelFixture): Batch {
  return stack(
    tokens.map((row, i) => ({
      tokens: Int32Array.from(row),
      targets: Int32Array.from(targets[i]!),
      counts: Uint8Array.from(counts[i]!),
    })),
  );
}

/** A session over the fixture's base, with the optimiser settings of the fixture. */
function sessionOf(
  engine: Engine,
  model: ModelFixture,
  method: string,
  options = {},
  optimiser = model.optimiser,
) {
  const params = toPlain(model.parameters);
  const own = Object.entries(params).filter(([name]) => !name.startsWith("classifier."));
  const base = toModel({ ...model.config, classes: 0 }, Object.fromEntries(own));
  const { beta1, beta2, epsilon, weightDecay } = optimiser;
  return new TrainingSession(engine, base, {
    method: findMethod(method)!,
    options,
    seed: 1,
    classes: model.config.classes,
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
  const logits = forward(engine.ops, session.model, batch.tokens, session.edits);
  expect(relativeError(logits.dataSync(), expected.logits.values)).toBeLessThan(tolerance);
  tf.tidy(() => {
    const { loss, gradients } = session.gradients(batch);
    expect(loss.dataSync()[0]).toBeCloseTo(expected.loss, 4);
    expect(Object.keys(gradients).sort()).toEqual(Object.keys(expected.gradients).sort());
    for (const [name, { values }] of Object.entries(expected.gradients)) {
      expect(relativeError(gradients[name]!.dataSync(), values), name).toBeLessThan(tolerance);
    }
  });
  for (const loss of expected.losses) {
    const found = session.step(batch, expected.optimiser.learningRate);
    expect(found.dataSync()[0]).toBeCloseTo(loss, 3);
  }
  for (const [name, { values }] of Object.entries(expected.after)) {
    if (isNoise(name)) continue;
    expect(relativeError(session.variables[name]!.dataSync(), values), name).toBeLessThan(tolerance);
  }
}

describe.each(engines)("the %s operations agree with PyTorch", (_, engineOf) => {
  it.each(["decoder", "untied", "encoder", "classifier"])("on every parameter of the %s", (name) => {
    const fixture = readFixture<ModelFixture>(name);
    const session = sessionOf(engineOf(), fixture, "full");
    session.restore({ steps: 0, variables: toPlain(fixture.parameters), moments: {}, memories: {} });
    compare(session, engineOf(), batchOf(fixture), fixture);
  });

  it.each([
    ["decoder", "lora", "lora"],
    ["decoder", "adapter", "adapter"],
    ["decoder", "prefix", "prefix-tuning"],
    ["decoder", "p-tuning", "p-tuning"],
    ["encoder", "lora", "lora"],
    ["encoder", "adapter", "adapter"],
    ["encoder", "prefix", "prefix-tuning"],
    ["encoder", "p-tuning", "p-tuning"],
  ])("on the %s with %s", (base, file, method) => {
    const model = readFixture<ModelFixture>(base);
    const fixture = readFixture<MethodFixture>(`${base}-${file}`);
    const session = sessionOf(engineOf(), model, method, fixture.options, fixture.optimiser);
    session.restore({ steps: 0, variables: toPlain(fixture.variables), moments: {}, memories: {} });
    compare(session, engineOf(), batchOf(model), fixture);
  });
});
