import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import type { BaseCard } from "../bases/base";
import { type PictureBase, pictureBases } from "../bases/creatures";
import type { Engine } from "../engine/engine";
import { createRandom, type Random } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { findMethod } from "../methods/index";
import { tokensHead } from "../model/config";
import { initialParams } from "../model/init";
import type { Subject } from "../model/subject";
import { draw } from "../tasks/creatures/draw";
import { drawCaptioned } from "../tasks/creatures/mixture";
import { tokensOf } from "../tasks/creatures/words";
import { loadCheckpoint, toModel } from "../training/load-base";
import { MovingAverage } from "../training/moving-average";
import { type FlowExample, flowInputs, flowLoss, startFlow } from "../training/objectives/flow";
import { scheduleAt } from "../training/schedule";
import { TrainingSession } from "../training/session";
import { checkpointsIn } from "./node-files";
import type { PretrainTarget } from "./pretrain-base";
import { probePictures } from "./probe-pictures";
import { readTensors, round, storeCheckpoint } from "./store-checkpoint";

/** How often the loss on fixed examples is measured, and how often pictures are drawn and compared as well. */
const [reportEvery, probeEvery] = [500, 2000];

/** Trains a base that draws from random parameters; the moving average of its steps is what is kept. */
export async function pretrainPictures(
  engine: Engine,
  base: PictureBase,
  { folder, log }: PretrainTarget,
): Promise<void> {
  const { recipe, config, averaged } = base;
  const random = createRandom(recipe.seed).fork("pretraining");
  const objective = startFlow(config, recipe.batch, randomExample);
  const session = new TrainingSession(engine, toModel(config, await startOf(base, folder)), {
    method: findMethod("full")!,
    options: {},
    seed: recipe.seed,
    head: tokensHead,
    objective,
  });
  const average = new MovingAverage(session.variables, averaged);
  const heldOut = Array.from({ length: 256 }, (_, i) =>
    randomExample(createRandom("pretraining held-out").fork(i)),
  );
  const curve: BaseCard["curve"][number][] = [];
  const began = performance.now();

  for (let step = 0; step < recipe.steps; step++) {
    if (step % reportEvery === 0) {
      const averageNow = averageModel(engine, base, average);
      const loss = lossOn(averageNow, heldOut);
      curve.push({ step, loss: round(loss) });
      const probes = step % probeEvery === 0 && step > 0 ? await probePictures(averageNow) : [];
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      log(`step ${step}  held-out loss ${loss.toFixed(4)}  ${seconds} s  ${lineOf(probes)}`);
      disposeModel(averageNow);
    }
    const { inputs } = objective.inputs({ random: random.fork(step) });
    session.step(inputs, recipe.learningRate * scheduleAt(step, recipe.steps)).dispose();
    tf.dispose(Object.values(inputs));
    average.follow();
  }
  const dtype = base.stored ?? "F32";
  const rough = averageModel(engine, base, average);
  const tensors = await readTensors(rough.model.params, dtype);
  disposeModel(rough);
  session.dispose();
  const stored: Subject = { ops: engine.ops, model: toModel(config, tensors), edits: {} };
  const heldOutLoss = round(lossOn(stored, heldOut));
  const probes = await probePictures(stored);
  disposeModel(stored);
  curve.push({ step: recipe.steps, loss: heldOutLoss });
  const measured = { curve, heldOutLoss, probes };
  const bytes = await storeCheckpoint(folder, base.id, base, { tensors, dtype }, measured);
  log(`${join(folder, base.id)}: loss ${heldOutLoss}  ${lineOf(probes)}  ${bytes} bytes`);
}

/** Random parameters, or those of the base that this one goes on from: it must be in the same folder. */
async function startOf(
  { config, recipe, start }: PictureBase,
  folder: string,
): Promise<Readonly<Record<string, PlainTensor>>> {
  if (start === undefined) return initialParams(config, createRandom(recipe.seed));
  const former = pictureBases.find(({ id }) => id === start);
  if (!former) throw new Error(`there is no base "${start}" to start from`);
  return (await loadCheckpoint(former, "pretrained", checkpointsIn(folder), () => {})).params;
}

function randomExample(random: Random): FlowExample {
  const { drawing, prompt } = drawCaptioned(random);
  return { picture: draw(drawing), tokens: tokensOf(prompt) };
}

function averageModel({ ops }: Engine, { config }: PictureBase, { average }: MovingAverage): Subject {
  return { ops, model: toModel(config, average), edits: {} };
}

function disposeModel({ model }: Subject): void {
  tf.dispose(Object.values(model.params));
}

/** The flow loss with the same noise and times at every call. */
function lossOn(subject: Subject, examples: readonly FlowExample[]): number {
  return tf.tidy(() => {
    const inputs = flowInputs(subject.model.config, examples, createRandom("held-out noise"));
    return flowLoss({ ops: subject.ops, subject }, inputs).dataSync()[0]!;
  });
}

function lineOf(probes: BaseCard["probes"]): string {
  return probes.map(({ id, exact }) => `${id} ${exact}`).join("  ");
}
