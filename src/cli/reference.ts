import { writeFile } from "node:fs/promises";
import * as tf from "@tensorflow/tfjs-core";
import { z } from "zod";
import { type AdamWSettings, adamWDefaults } from "../engine/adamw";
import { startEngine } from "../engine/engine";
import { type AnyOptions, parseOptions } from "../lib/options";
import { createRandom, type Random } from "../lib/random";
import { encodeTensors, type PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import { findMethod, methods } from "../methods/index";
import { type ModelConfig, parameterShapes } from "../model/config";
import { forward } from "../model/transformer";
import type { Example } from "../tasks/task";
import { stack } from "../training/batch";
import { toModel } from "../training/load-base";
import { TrainingSession } from "../training/session";
import { readArguments, readInteger, readPairs, runCommand, UsageError } from "./arguments";
import { nodeEngineFiles } from "./node-files";

const usage = `npm run reference -- --config JSON --method M [--option k=v …] --seed S --steps N --out FILE.safetensors
Writes base, variables, one batch, logits, loss, gradients and the variables after N steps, for a check outside.
Methods: ${methods.map(({ id }) => id).join(", ")}`;

const configSchema = z
  .strictObject({
    kind: z.enum(["decoder", "encoder"]),
    vocabulary: z.int().min(4).max(50_000),
    context: z.int().min(2).max(512),
    layers: z.int().min(1).max(12),
    heads: z.int().min(1).max(16),
    width: z.int().min(2).max(1024),
    tied: z.boolean().default(true),
    classes: z.int().min(0).max(100).default(0),
  })
  .refine(({ heads, width }) => width % heads === 0, "heads must divide width");

/** Constant rate, no clipping: plain AdamW, as torch.optim.AdamW does it. */
const optimiser: AdamWSettings = { ...adamWDefaults, weightDecay: 0.01, clipNorm: 0 };
const learningRate = 0.001;
const batchSize = 4;

await runCommand(async () => {
  const { values } = readArguments(usage, {
    config: { type: "string" },
    method: { type: "string" },
    option: { type: "string", multiple: true },
    seed: { type: "string" },
    steps: { type: "string" },
    out: { type: "string" },
  });
  if (!values.config || !values.method || !values.out) throw new UsageError(usage);
  const method = findMethod(values.method);
  if (!method) throw new UsageError(`there is no method "${values.method}"\n${usage}`);
  const config = readConfig(values.config);
  const options = parseOptions(method.options, readPairs("option", values.option));
  const seed = readInteger("seed", values.seed ?? "1", 0, 999_999);
  const steps = readInteger("steps", values.steps ?? "3", 1, 1000);

  const engine = await startEngine("wasm", nodeEngineFiles);
  const random = createRandom(seed).fork("reference");
  const base = toModel({ ...config, classes: 0 }, randomParams({ ...config, classes: 0 }, random));
  const spec = { method, options: options as AnyOptions, seed, classes: config.classes, optimiser };
  const session = new TrainingSession(engine, base, spec);
  const examples = randomExamples(config, random);
  const batch = stack(examples);

  const tensors: Record<string, PlainTensor> = {};
  const add = (prefix: string, named: Readonly<Record<string, tf.Tensor>>): void => {
    for (const [name, tensor] of Object.entries(named)) {
      tensors[`${prefix}${name}`] = { shape: tensor.shape, data: Float32Array.from(tensor.dataSync()) };
    }
  };
  add("base.", base.params);
  add("variable.", session.variables);
  add("batch.", {
    tokens: tf.tensor2d(examples.map(({ tokens }) => Array.from(tokens))),
    targets: tf.tensor2d(examples.map(({ targets }) => Array.from(targets))),
    counts: tf.tensor2d(examples.map(({ counts }) => Array.from(counts))),
  });
  add("", { logits: forward(engine.ops, session.model, batch.tokens, session.edits) });
  tf.tidy(() => {
    const { loss, gradients } = session.gradients(batch);
    add("", { loss });
    add("gradient.", gradients);
  });
  for (let step = 0; step < steps; step++) session.step(batch, learningRate).dispose();
  add("after.", session.variables);

  const metadata = {
    format: "tuning-playground-reference/1",
    config: JSON.stringify(config),
    method: method.id,
    options: JSON.stringify(options),
    optimiser: JSON.stringify({ name: "AdamW", learningRate, schedule: "constant", ...optimiser, steps }),
    model: JSON.stringify({
      norm: "pre-LN, epsilon 1e-5",
      activation: "gelu, tanh form",
      linear: "y = x W + b",
      padding: 0,
    }),
    backend: `${engine.backend}, ${engine.fused ? "fused" : "plain"} kernels`,
  };
  await writeFile(values.out, encodeTensors({ tensors, metadata }));
  console.log(`${Object.keys(tensors).length} tensors written to ${values.out}`);
});

function readConfig(text: string): ModelConfig {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`--config is not JSON: ${text}`);
  }
  const parsed = configSchema.safeParse(json);
  if (!parsed.success) throw new UsageError(`--config: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Every parameter random, biases and gains too: a check in which zeros and ones hide nothing. */
function randomParams(config: ModelConfig, random: Random): Record<string, PlainTensor> {
  const draw = (name: string, shape: readonly number[]): PlainTensor => {
    const own = random.fork(name);
    const centre = name.endsWith("norm.weight") ? 1 : 0;
    const size = sizeOf(shape);
    return { shape, data: Float32Array.from({ length: size }, () => centre + 0.2 * own.normal()) };
  };
  return Object.fromEntries(
    Object.entries(parameterShapes(config)).map(([name, shape]) => [name, draw(name, shape)]),
  );
}

/** Random tokens; an encoder's examples end in padding of different lengths. Every example counts at least once. */
function randomExamples(config: ModelConfig, random: Random): Example[] {
  const { context, vocabulary, classes, kind } = config;
  const outputs = classes > 0 ? 1 : context;
  const examples = Array.from({ length: batchSize }, (_, example) => {
    const length = kind === "encoder" ? Math.max(1, context - example) : context;
    const tokens = Int32Array.from({ length: context }, (_, t) =>
      t < length ? 1 + random.integer(vocabulary - 1) : 0,
    );
    const targets = Int32Array.from({ length: outputs }, () =>
      random.integer(classes > 0 ? classes : vocabulary),
    );
    const counts = Uint8Array.from({ length: outputs }, (_, t) =>
      t === 0 || (t < length && random.integer(3) > 0) ? 1 : 0,
    );
    return { tokens, targets, counts };
  });
  return examples;
}
