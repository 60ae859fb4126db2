import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { plainAdamW } from "../engine/adamw";
import { type Engine, startEngine } from "../engine/engine";
import { plainOps } from "../engine/plain-ops";
import { findPictureMethod } from "../methods/picture-methods";
import { tokensHead } from "../model/config";
import { readPictureFixture, relativeError, toPlain } from "../model/fixtures/read-fixture";
import { velocity } from "../model/picture";
import { configOf } from "../model/stored-config";
import { toModel } from "./load-base";
import { type FlowInputs, startFlow } from "./objectives/flow";
import { pictureInputs } from "./picture-batch";
import { TrainingSession } from "./session";

// PyTorch computed the fixture in double precision.

const tolerance = 1e-4;
const fixture = readPictureFixture();
const config = configOf(fixture.config);

let fused: Engine;
let plain: Engine;
beforeAll(async () => {
  fused = await startEngine("wasm", nodeEngineFiles);
  plain = { ...fused, fused: false, ops: plainOps, applyAdamW: plainAdamW };
});

/** The fixture's inputs as the model reads them; the outline only where a control is to read it. */
function inputsOf(withOutline: boolean): FlowInputs {
  const { words, isNew, noise, picture, times, outline } = fixture.inputs;
  const mix = (i: number): number[] =>
    noise[i]!.flatMap((patch, at) =>
      patch.map((value, k) => (1 - times[i]!) * value + times[i]! * picture[i]![at]![k]!),
    );
  const asked = words.map((tokens, i) => ({ tokens: Int32Array.from(tokens), isNew: isNew[i] === 1 }));
  const inputs = pictureInputs(
    config,
    asked,
    words.map((_, i) => Float32Array.from(mix(i))),
    times,
  );
  const away = tf.sub(tf.tensor3d(noise), tf.tensor3d(picture)) as tf.Tensor3D;
  const shown = tf.pad(tf.tensor3d(outline), [
    [0, 0],
    [5, 0],
    [0, 0],
  ]);
  return { ...inputs, away, ...(withOutline && { condition: shown }) };
}

function sessionOf(engine: Engine, method: string): TrainingSession {
  const base = toModel(config, toPlain(fixture.parameters));
  return new TrainingSession(engine, base, {
    method: findPictureMethod(method)!,
    options: {},
    seed: 1,
    head: tokensHead,
    objective: startFlow(config, 1, () => {
      throw new Error("the inputs are the fixture's");
    }),
  });
}

describe.each([
  ["fused", () => fused],
  ["plain", () => plain],
] as const)("the %s operations agree with PyTorch", (_, engineOf) => {
  test.each([
    ["full", "full", {}],
    ["textual-inversion", "full", {}],
    ["control-net", "controlled", fixture.control],
  ] as const)("on velocity, flow loss and gradients of %s", (method, key, variables) => {
    const session = sessionOf(engineOf(), method);
    session.restore({ steps: 0, variables: toPlain(variables), moments: {}, buffers: {} });
    const inputs = inputsOf(key === "controlled");
    const expected = fixture[key];
    expect(relativeError(velocity(session.subject, inputs).dataSync(), expected.velocity)).toBeLessThan(
      tolerance,
    );
    tf.tidy(() => {
      const { loss, gradients } = session.gradients(inputs);
      expect(loss.dataSync()[0]).toBeCloseTo(expected.loss, 4);
      expect(Object.keys(gradients).length).toBeGreaterThan(0);
      if (key === "controlled" || method === "full")
        expect(Object.keys(gradients).sort()).toEqual(Object.keys(expected.gradients).sort());
      for (const [name, gradient] of Object.entries(gradients))
        expect(relativeError(gradient.dataSync(), expected.gradients[name]!.values), name).toBeLessThan(
          tolerance,
        );
    });
    session.dispose();
  });
});
