import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { f16round } from "@petamoriken/float16";
import * as tf from "@tensorflow/tfjs-core";
import type { Base, BaseCard, LoadedCorpus } from "../bases/base";
import { bases, findBase } from "../bases/index";
import { type Engine, startEngine } from "../engine/engine";
import { createRandom } from "../lib/random";
import { encodeTensors, type PlainTensor, type Precision } from "../lib/safetensors";
import { findMethod } from "../methods/index";
import { tokensHead } from "../model/config";
import { initialParams } from "../model/init";
import { countParameters } from "../model/parameters";
import type { Subject } from "../model/subject";
import { disposeBatch, drawBatch } from "../training/batch";
import { measure } from "../training/evaluate";
import { toModel } from "../training/load-base";
import { scheduleAt } from "../training/schedule";
import { TrainingSession } from "../training/session";
import { readArguments, readInteger, runCommand, UsageError } from "./arguments";
import { nodeEngineFiles, readPublicText, repositoryPath } from "./node-files";

/** Bases with more parameters than this are stored with two bytes a parameter: a phone has to fetch them. */
const mostInFull = 500_000;

const usage = `npm run pretrain <id> [-- --steps N]\nBases: ${bases.map((base) => base.id).join(", ")}`;

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, { steps: { type: "string" } });
  const base = findBase(positionals[0] ?? "");
  if (!base) throw new UsageError(usage);
  const steps = values.steps ? readInteger("steps", values.steps, 1, 100_000) : base.recipe.steps;
  await pretrain({ ...base, recipe: { ...base.recipe, steps } });
});

/** Trains a base from random numbers on its own corpus and writes checkpoint and card. */
async function pretrain(base: Base): Promise<void> {
  const { recipe, config } = base;
  const engine = await startEngine("wasm", nodeEngineFiles);
  const corpus = await base.load(readPublicText);
  const start = toModel(config, initialParams(config, createRandom(recipe.seed)));
  const session = new TrainingSession(engine, start, {
    method: findMethod("full")!,
    options: {},
    seed: recipe.seed,
    head: tokensHead,
  });
  const subject: Subject = { ops: engine.ops, model: session.model, edits: session.edits };
  const heldOutRandom = createRandom("pretraining held-out");
  const heldOut = Array.from({ length: 256 }, () => corpus.draw("heldOut", heldOutRandom));
  const curve: { step: number; loss: number }[] = [];
  const random = createRandom(recipe.seed).fork("pretraining");
  const began = performance.now();

  for (let step = 0; step < recipe.steps; step++) {
    if (step % 250 === 0) await report(step);
    const batch = drawBatch((stream) => corpus.draw("train", stream), random.fork(step), recipe.batch);
    session.step(batch, recipe.learningRate * scheduleAt(step, recipe.steps)).dispose();
    disposeBatch(batch);
  }
  const dtype: Precision = countParameters(config) > mostInFull ? "F16" : "F32";
  if (dtype === "F16") await roundToHalf(session);
  await report(recipe.steps);
  await write(base, corpus, session, curve, engine, dtype);

  async function report(step: number): Promise<void> {
    const { loss, exact } = await measure(subject, heldOut);
    curve.push({ step, loss: round(loss) });
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `step ${step}  held-out loss ${loss.toFixed(4)}  wholly right ${exact.toFixed(3)}  ${seconds} s`,
    );
  }
}

/** What is said of the base is measured on the numbers that its file will hold. */
async function roundToHalf({ variables }: TrainingSession): Promise<void> {
  for (const variable of Object.values(variables)) {
    const rounded = Float32Array.from(await variable.data(), f16round);
    tf.tidy(() => variable.assign(tf.tensor(rounded, variable.shape)));
  }
}

async function write(
  base: Base,
  corpus: LoadedCorpus,
  session: TrainingSession,
  curve: BaseCard["curve"],
  engine: Engine,
  dtype: Precision,
): Promise<void> {
  const tensors: Record<string, PlainTensor> = {};
  for (const [name, variable] of Object.entries(session.variables)) {
    tensors[name] = { shape: variable.shape, data: (await variable.data()) as Float32Array };
  }
  const metadata = { format: "tuning-playground-base/1", base: base.id };
  const file = encodeTensors({ tensors, metadata }, dtype);
  const subject: Subject = { ops: engine.ops, model: session.model, edits: session.edits };
  const probes: BaseCard["probes"][number][] = [];
  for (const { id, examples } of corpus.probes) {
    const { loss, exact } = await measure(subject, examples);
    probes.push({ id, loss: round(loss), exact: round(exact) });
  }
  const card: BaseCard = {
    id: base.id,
    config: base.config,
    parameters: countParameters(base.config),
    recipe: base.recipe,
    data: base.data,
    curve,
    heldOutLoss: curve.at(-1)?.loss ?? Number.NaN,
    probes,
    bytes: file.length,
    dtype,
    sha256: createHash("sha256").update(file).digest("hex"),
  };
  await mkdir(repositoryPath("public/checkpoints"), { recursive: true });
  await writeFile(repositoryPath(`public/checkpoints/${base.id}.safetensors`), file);
  await writeFile(repositoryPath(`public/checkpoints/${base.id}.json`), `${JSON.stringify(card, null, 2)}\n`);
  console.log(probes.map(({ id, exact }) => `${id} ${exact}`).join("  "), `  ${file.length} bytes`);
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
