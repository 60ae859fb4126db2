import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type BackendName, type Engine, startEngine } from "../engine/engine";
import { largestDifference } from "../lib/largest-difference";
import { type AnyOptions, parseOptions } from "../lib/options";
import { decodeTensors } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import type { ModelConfig } from "../model/config";
import type { Edits } from "../model/edits";
import { velocity } from "../model/picture";
import { forward, type Model } from "../model/transformer";
import { countHead } from "../training/head";
import type { TrainingSession } from "../training/session";
import { methods } from "./index";
import type { Method } from "./method";
import { pictureMethods } from "./picture-methods";
import {
  type ConfigName,
  configs,
  pictureVariants,
  randomBase,
  randomInputs,
  sessionOf,
  variants,
} from "./test-session";

/** Which options a method is tried with: its defaults, or others as well. */
type Tried = "defaults" | "all";

const casesOn = (models: readonly ConfigName[], tried: Tried) =>
  models.flatMap((name) =>
    methodsFor(name, tried)
      .filter(([method]) => !method.fits || method.fits(configs[name]) === true)
      .map(([method, raw]) => [`${method.id} ${JSON.stringify(raw)}`, name, method, raw] as const),
  );

/** The methods to try on a model, with their options. A base that draws has a list to itself. */
function methodsFor(name: ConfigName, tried: Tried): readonly (readonly [Method, AnyOptions])[] {
  const pairs =
    name === "drawing"
      ? pictureMethods.map((method) => [method, pictureVariants[method.id]] as const)
      : methods.map((method) => [method, variants[method.id]] as const);
  return pairs.flatMap(([method, others]) =>
    [{}, ...(tried === "all" ? others : [])].map((raw) => [method, raw] as const),
  );
}

/** Exactly 0 in theory, whatever the input: softmax does not see what is added to every score of a query. */
const isNoise = (name: string): boolean => name.endsWith("key.bias");
/** A norm that the paper takes for a constant: the gradient is not the slope. */
const isDetached = (method: string, name: string): boolean => method === "dora" && /lora_[AB]$/.test(name);

/**
 * Tests what every method promises, with its defaults and, unless told otherwise, with other options. Models and backends are divided among
 * contract-*.test.ts, which run side by side; WebGPU keeps the same contract in a browser: e2e/webgpu-methods.spec.ts.
 */
export function describeContract(
  backend: BackendName,
  models: readonly ConfigName[],
  tried: Tried = "all",
): void {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine(backend, nodeEngineFiles);
  });
  beforeEach(() => engine.activate());

  const outputs = (model: Model, inputs: ReturnType<typeof randomInputs>, edits: Edits = {}) =>
    tf.tidy(() =>
      "away" in inputs
        ? velocity({ ops: engine.ops, model, edits }, inputs)
        : forward(engine.ops, model, inputs.tokens, edits, { source: inputs.source }),
    );
  const answers = ({ model, edits }: TrainingSession, inputs: ReturnType<typeof randomInputs>) =>
    outputs(model, inputs, edits).dataSync();

  describe.each(casesOn(models, tried))(`%s on ${backend}, on the %s`, (_, name, method, raw) => {
    const config: ModelConfig = configs[name];
    const start = (seed?: number) => {
      const base = randomBase(config);
      return {
        base,
        session: sessionOf(engine, base, config, method, raw, seed),
        batch: randomInputs(config),
      };
    };
    // What a difference of two float32 losses cannot show: a sum over all values of pictures rounds more.
    const rounding = config.picture ? 1e-3 : 3e-4;
    const hasVariables =
      method.count(config, parseOptions(method.options, raw)).trained > 0 || config.head.kind !== "tokens";

    it("makes the parts it declares, as many parameters as its formula says, as many bytes as it stores", async () => {
      const { session } = start();
      const options = parseOptions(method.options, raw);
      const parts = method.parts(config, options);
      const isHead = (id: string): boolean => id.startsWith("classifier.");
      const made = Object.entries(session.variables).filter(([id]) => !isHead(id));
      expect(made.map(([id, { shape }]) => `${id} ${shape}`).sort()).toEqual(
        parts
          .filter((part) => part.trained)
          .map((part) => `${part.name} ${part.shape}`)
          .sort(),
      );
      const sum = (of: typeof parts): number => of.reduce((total, { shape }) => total + sizeOf(shape), 0);
      const count = method.count(config, options);
      expect(sum(parts.filter((part) => part.trained))).toBe(count.trained);
      expect(sum(parts.filter((part) => part.kept))).toBe(count.kept);
      expect(evaluate(count.numbers)).toBe(count.trained);
      const { tensors } = decodeTensors(await session.save({}));
      const bytes = Object.values(tensors).reduce((total, { data }) => total + data.byteLength, 0);
      const head = countHead(config.width, config.head);
      expect(bytes).toBe(4 * ((count.stored ?? count.kept) + head));
      expect(session.counts.stored).toBe(count.stored ?? count.kept);
    });

    it("keeps the output's shape and starts as it promises", () => {
      const { base, session, batch } = start();
      const plain = { ...session.model, params: { ...base.params, ...session.model.params } };
      const expected = outputs(plain, batch);
      const found = outputs(session.model, batch, session.edits);
      expect(found.shape).toEqual(expected.shape);
      const apart = largestDifference(found.dataSync(), expected.dataSync());
      if (method.start === "base") expect(apart).toBeLessThan(1e-5);
      if (method.start === "near") expect(apart).toBeLessThan(1e-2);
      if (method.start === "away") expect(apart).toBeGreaterThan(1e-5);
      if (method.start === "near") expect(apart).toBeGreaterThan(0);
    });

    it("learns, never writes to the base, leaks nothing, and is the same again with the same seed", () => {
      const base = randomBase(config);
      const batch = randomInputs(config);
      // The plain operations on cpu are slow, and a few steps show as much.
      const steps = backend === "cpu" ? 6 : 12;
      const before = Object.values(base.params).map((tensor) => tensor.dataSync().slice());
      const curve = (): number[] => {
        const tensors = tf.memory().numTensors;
        const session = sessionOf(engine, base, config, method, raw);
        const losses = Array.from({ length: steps }, (__, step) => {
          const loss = session.step(batch, 0.02, (step + 1) / steps);
          const value = loss.dataSync()[0]!;
          loss.dispose();
          return value;
        });
        session.dispose();
        expect(tf.memory().numTensors).toBe(tensors);
        return losses;
      };
      const losses = curve();
      expect(losses.at(-1)!).toBeLessThan(losses[0]!);
      expect(curve()).toEqual(losses);
      Object.values(base.params).forEach((tensor, i) => {
        expect(tensor.dataSync()).toEqual(before[i]);
      });
    });

    it("gives the same answers after saving and loading", async () => {
      const { base, session, batch } = start();
      for (let i = 0; i < 3; i++) session.step(batch, 0.01, (i + 1) / 3).dispose();
      const other = sessionOf(engine, base, config, method, raw, 4);
      await other.load(await session.save({}));
      expect(largestDifference(answers(other, batch), answers(session, batch))).toBeLessThan(1e-5);
    });

    it(method.mergeable ? "can be merged into the base" : "cannot be merged into the base", () => {
      const { session, batch } = start();
      for (let i = 0; i < 3; i++) session.step(batch, 0.05, (i + 1) / 3).dispose();
      const merged = session.merged();
      expect(merged !== null).toBe(method.mergeable);
      if (!merged) return;
      const found = outputs(merged, batch).dataSync();
      expect(largestDifference(found, answers(session, batch))).toBeLessThan(1e-5);
    });

    it("reaches every variable by gradient, and each agrees with finite differences", () => {
      const { session, batch } = start();
      // Away from the start, where factors that are exactly 0 make gradients exactly 0.
      for (let i = 0; i < 2; i++) session.step(batch, 0.05).dispose();
      const { gradients } = session.gradients(batch);
      expect(Object.keys(gradients).length > 0).toBe(hasVariables);
      expect(Object.keys(gradients).sort()).toEqual(Object.keys(session.variables).sort());
      for (const [id, gradient] of Object.entries(gradients)) {
        const norm = tf.tidy(() => tf.norm(gradient).dataSync()[0]!);
        if (!isNoise(id)) expect(norm, id).toBeGreaterThan(0);
        // The plain operations are differentiated by TensorFlow.js: that is tested there, and slow on cpu. Below 1e-4 it is less than what a difference of two float32 losses can show.
        if (backend === "cpu" || norm < 1e-4 || isDetached(method.id, id)) continue;
        const slope = slopeAlong(session, batch, id, gradient, norm);
        expect(Math.abs(slope - norm), `${id}: ${slope} against ${norm}`).toBeLessThan(
          0.02 * norm + rounding,
        );
      }
    });
  });
}

/** Along its gradient the loss rises by the gradient's norm: a scalar to which every element contributes. */
function slopeAlong(
  session: TrainingSession,
  batch: ReturnType<typeof randomInputs>,
  id: string,
  gradient: tf.Tensor,
  norm: number,
): number {
  const variable = session.variables[id]!;
  const start = tf.tidy(() => tf.mul(variable, 1));
  const step = 2e-3 / norm;
  const lossAfter = (sign: number): number =>
    tf.tidy(() => {
      variable.assign(tf.add(start, tf.mul(gradient, sign * step)) as tf.Variable);
      return session.minimised(batch).dataSync()[0]!;
    });
  const slope = (lossAfter(1) - lossAfter(-1)) / (2 * 2e-3);
  variable.assign(start as tf.Variable);
  return slope;
}

/** Works out "2 × (3 + 4²)" as the page shows it. */
function evaluate(numbers: string): number {
  expect(numbers).toMatch(/^[\d\s+×²()]+$/);
  return Number(new Function(`return ${numbers.replaceAll("×", "*").replaceAll("²", "**2")}`)());
}
