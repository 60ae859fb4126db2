import type { Base, BaseCard } from "../bases/base";
import { findBase } from "../bases/index";
import type { Engine } from "../engine/engine";
import { createRandom } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { findMethod } from "../methods/index";
import { tokensHead } from "../model/config";
import { initialParams } from "../model/init";
import type { Subject } from "../model/subject";
import type { ReadText } from "../tasks/task";
import { disposeBatch, drawBatch } from "../training/batch";
import { measure } from "../training/evaluate";
import { loadCheckpoint, toModel } from "../training/load-base";
import { scheduleAt } from "../training/schedule";
import { TrainingSession } from "../training/session";
import { checkpointsIn } from "./node-files";
import { round } from "./store-checkpoint";
import { writeCheckpoint } from "./write-checkpoint";

/** How often the held-out loss is measured during training. */
const reportEvery = 250;

/** Where checkpoints are written, and how progress is reported. */
export interface PretrainTarget {
  readonly folder: string;
  log(line: string): void;
}

/**
 * Trains a base from its start on its own corpus. Writes its checkpoint and, during training, one for each of its
 * snapshots (the parameters after so many steps), all with their cards.
 */
export async function pretrain(
  engine: Engine,
  base: Base,
  read: ReadText,
  { folder, log }: PretrainTarget,
): Promise<void> {
  const { recipe, config, snapshots = [] } = base;
  const corpus = await base.load(read, recipe.seed);
  const start = toModel(config, await startOf(base, folder));
  const session = new TrainingSession(engine, start, {
    method: findMethod("full")!,
    options: {},
    seed: recipe.seed,
    head: tokensHead,
  });
  const subject: Subject = { ops: engine.ops, model: session.model, edits: session.edits };
  const heldOutRandom = createRandom("pretraining held-out");
  const heldOut = Array.from({ length: 256 }, () => corpus.draw("heldOut", heldOutRandom));
  const curve: BaseCard["curve"][number][] = [];
  const random = createRandom(recipe.seed).fork("pretraining");
  const began = performance.now();
  const cpuAtStart = process.cpuUsage();
  const tell = (step: number, loss: number, exact: number): void => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    log(`step ${step}  held-out loss ${loss.toFixed(4)}  wholly right ${exact.toFixed(3)}  ${seconds} s`);
  };
  const write = async (step: number, isSnapshot: boolean): Promise<void> => {
    const { variables } = session;
    const { user, system } = process.cpuUsage(cpuAtStart);
    const cpuSeconds = Math.round((user + system) / 1e6);
    const about = { base, step, isSnapshot, cpuSeconds, curve, corpus, heldOut };
    const { loss, exact, line } = await writeCheckpoint(folder, engine, variables, about);
    tell(step, loss, exact);
    log(line);
  };

  for (let step = 0; step < recipe.steps; step++) {
    if (step % reportEvery === 0) {
      const { loss, exact } = await measure(subject, heldOut);
      curve.push({ step, loss: round(loss) });
      tell(step, loss, exact);
    }
    if (snapshots.includes(step)) await write(step, true);
    const batch = drawBatch((stream) => corpus.draw("train", stream), random.fork(step), recipe.batch);
    session.step(batch, recipe.learningRate * scheduleAt(step, recipe.steps)).dispose();
    disposeBatch(batch);
  }
  if (snapshots.includes(recipe.steps)) await write(recipe.steps, true);
  await write(recipe.steps, false);
  session.dispose();
}

/** Random parameters, or those of the base that this one goes on from: it must be in the same folder. */
async function startOf(
  { config, recipe, start }: Base,
  folder: string,
): Promise<Record<string, PlainTensor>> {
  if (start === undefined) return initialParams(config, createRandom(recipe.seed), recipe.init);
  const former = findBase(start);
  if (!former) throw new Error(`there is no base "${start}" to start from`);
  return (await loadCheckpoint(former, "pretrained", checkpointsIn(folder), () => {})).params;
}
