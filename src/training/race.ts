import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../engine/engine";
import { mean } from "../lib/mean";
import { createRandom } from "../lib/random";
import { findMethod } from "../methods/index";
import { headFor } from "../model/config";
import type { Model } from "../model/transformer";
import type { Item } from "../tasks/task";
import { commonAnswerTokens } from "./answer-tokens";
import { disposeBatch, drawBatch } from "./batch";
import { answer, answerItems, type GivenAnswer, measure, probe, type Subject } from "./evaluate";
import { examine, type LaneFinding, type LaneQuestion } from "./examine";
import { attachHead, countHead } from "./head";
import { toModel } from "./load-base";
import type { Materials } from "./materials";
import { type LaneSpec, type RaceSpec, rateAt, withRate } from "./race-spec";
import { scheduleAt } from "./schedule";
import { TrainingSession } from "./session";
import type { Snapshot } from "./snapshot";
import { VariableStore } from "./variable-store";

/** Held-out items of an evaluation while training; the command line takes all of them. */
const itemsPerEvaluation = { exact: 96, generated: 24 };
const workedExamples = 8;

/** Held-out loss and score, and on request the answers to a few questions and what the base still knows. */
export interface RaceEvaluation {
  readonly step: number;
  readonly heldOutLoss: number;
  readonly score: number;
  readonly examples: readonly { input: string; expected: string; answer: string; score: number }[];
  readonly probes: readonly { id: string; loss: number; exact: number }[];
}

/** Everything that changes in a race, as plain numbers. */
export interface RaceSnapshot {
  readonly step: number;
  readonly stoppedAt: readonly (number | null)[];
  readonly lanes: readonly Snapshot[];
}

interface Lane {
  readonly session: TrainingSession;
  spec: LaneSpec;
  /** Step at which the loss was no longer a number, or null. */
  stoppedAt: number | null;
  /** Losses still on the device. */
  pending: { step: number; loss: tf.Scalar }[];
}

/** All lanes of a race on one engine, in lock-step on the same batches, which come from the seed and the step alone. */
export class Race {
  readonly base: Model;
  private readonly baseSubject: Subject;
  private readonly baseHead: VariableStore;
  private readonly lanes: Lane[];
  private readonly heldOut: readonly Item[];
  private steps = 0;

  constructor(
    private readonly engine: Engine,
    private readonly materials: Materials,
    readonly spec: RaceSpec,
  ) {
    const { base, params, task } = materials;
    const answerTokens = commonAnswerTokens(task);
    this.base = toModel(base.config, params);
    const head = headFor(task.classes);
    this.baseHead = new VariableStore(spec.seed);
    this.baseSubject = { ops: engine.ops, model: attachHead(this.base, head, this.baseHead), edits: {} };
    this.lanes = spec.lanes.map((lane) => {
      const { method: id, options } = lane;
      const method = findMethod(id);
      if (!method) throw new Error(`unknown method "${id}"`);
      const own = { method, options, seed: spec.seed, head, answerTokens };
      const session = new TrainingSession(engine, this.base, own);
      return { session, spec: lane, stoppedAt: null, pending: [] };
    });
    this.heldOut = createRandom("held-out").shuffle(task.items("heldOut"));
  }

  /** Steps taken; all lanes that have not stopped have taken as many. */
  get step(): number {
    return this.steps;
  }

  get finished(): boolean {
    return this.steps >= this.spec.steps;
  }

  stoppedAt(lane: number): number | null {
    return this.lanes[lane]!.stoppedAt;
  }

  session(lane: number): TrainingSession {
    return this.lanes[lane]!.session;
  }

  /** From now on; before the first step and after the last one, from the next start on. Returns the lane that does this again. */
  setLearningRate(index: number, learningRate: number): LaneSpec {
    const lane = this.lanes[index]!;
    lane.spec = withRate(lane.spec, this.finished ? 0 : this.steps, learningRate);
    return lane.spec;
  }

  /** Trained, kept and head parameters of a lane, and the numbers in its saved file, counted from what was made. */
  counts(lane: number): { trained: number; kept: number; stored: number; head: number } {
    const head = countHead(this.base.config.width, headFor(this.materials.task.classes));
    const { counts } = this.lanes[lane]!.session;
    return { ...counts, stored: counts.stored + head, head };
  }

  /** One step of every lane that has not stopped. Losses stay on the device until `readLosses`. */
  advance(): void {
    const random = createRandom(this.spec.seed).fork("batch").fork(this.steps);
    const { task } = this.materials;
    const batch = drawBatch((stream) => task.encode(task.draw("train", stream)), random, this.spec.batch);
    const taken = this.steps;
    const share = scheduleAt(taken, this.spec.steps);
    this.steps++;
    try {
      for (const lane of this.lanes) {
        if (lane.stoppedAt !== null) continue;
        lane.pending.push({
          step: this.steps,
          loss: lane.session.step(batch, rateAt(lane.spec, taken) * share, this.steps / this.spec.steps),
        });
      }
    } finally {
      disposeBatch(batch);
    }
  }

  /** Reads the losses of all steps since the last call. A lane whose loss is not a number is stopped there. */
  async readLosses(): Promise<{ lane: number; steps: number[]; losses: number[] }[]> {
    const news = [];
    for (const [index, lane] of this.lanes.entries()) {
      const pending = lane.pending;
      if (pending.length === 0) continue;
      lane.pending = [];
      const stacked = tf.stack(pending.map(({ loss }) => loss));
      const losses = Array.from((await stacked.data()) as Float32Array);
      tf.dispose([stacked, ...pending.map(({ loss }) => loss)]);
      const bad = losses.findIndex((loss) => !Number.isFinite(loss));
      if (bad >= 0) lane.stoppedAt = pending[bad]!.step;
      const good = bad >= 0 ? bad : losses.length;
      news.push({
        lane: index,
        steps: pending.slice(0, good).map(({ step }) => step),
        losses: losses.slice(0, good),
      });
    }
    return news;
  }

  /** Evaluates a lane, or the base itself (lane −1). `detail` adds worked examples and probes. `items`: how many held-out ones. */
  async evaluate(lane: number, detail: boolean, items?: number): Promise<RaceEvaluation> {
    const { task, taskInfo, corpus } = this.materials;
    const subject = this.subject(lane);
    const count = items ?? (taskInfo.exact ? itemsPerEvaluation.exact : itemsPerEvaluation.generated);
    const sample = this.heldOut.slice(0, count);
    const { loss, exact } = await measure(
      subject,
      sample.map((item) => task.encode(item)),
    );
    const score = taskInfo.exact
      ? exact
      : mean((await answerItems(subject, task, sample)).map((one) => one.score));
    if (lane >= 0 && !Number.isFinite(loss)) this.lanes[lane]!.stoppedAt ??= this.steps;
    const examples = detail ? await answerItems(subject, task, this.heldOut.slice(0, workedExamples)) : [];
    // What the base knew is asked of the base's own head, with the lane's edits on.
    const knowing = { ...subject, model: this.base };
    const probes = detail ? await probe(knowing, corpus.probes) : [];
    return { step: lane < 0 ? 0 : this.steps, heldOutLoss: loss, score, examples, probes };
  }

  /** Answers of the base (first) and of every lane to a typed input. Throws InputError for one that cannot be asked. */
  async ask(input: string): Promise<GivenAnswer[]> {
    const { task } = this.materials;
    const prompt = task.prompt(input);
    const answers: GivenAnswer[] = [];
    for (let lane = -1; lane < this.lanes.length; lane++) {
      answers.push((await answer(this.subject(lane), task, [prompt]))[0]!);
    }
    return answers;
  }

  /** Answers a question about a lane; lane −1 is the base. */
  examine(lane: number, question: LaneQuestion): Promise<LaneFinding> {
    const session = lane < 0 ? null : this.session(lane);
    const { task } = this.materials;
    const { heldOut, steps: step } = this;
    return examine({ subject: this.subject(lane), session, task, heldOut, step }, question);
  }

  async snapshot(): Promise<RaceSnapshot> {
    const step = this.steps;
    const stoppedAt = this.lanes.map((lane) => lane.stoppedAt);
    return { step, stoppedAt, lanes: await Promise.all(this.lanes.map(({ session }) => session.snapshot())) };
  }

  /** Goes on from a snapshot of a race with the same spec, made on any backend. */
  restore({ step, stoppedAt, lanes }: RaceSnapshot): void {
    this.steps = step;
    this.lanes.forEach((lane, i) => {
      lane.session.restore(lanes[i]!);
      lane.stoppedAt = stoppedAt[i]!;
    });
  }

  /** A lane's adapter as a safetensors file that says what it belongs to. */
  save(lane: number): Promise<Uint8Array> {
    const about = {
      ...this.belongsTo(),
      seed: String(this.spec.seed),
      step: String(this.stoppedAt(lane) ?? this.steps),
    };
    return this.lanes[lane]!.session.save({ ...about, task: this.spec.task });
  }

  /** Puts a saved adapter into a lane. Throws for a broken file, or one that belongs to something else. */
  load(lane: number, file: Uint8Array): Promise<void> {
    return this.lanes[lane]!.session.load(file, this.belongsTo());
  }

  /** What an adapter must share with a race to make sense in it; a head of classes belongs to its task. */
  private belongsTo(): Record<string, string> {
    const { base, card, task } = this.materials;
    const weights = card ? card.sha256 : "untrained";
    return { base: base.id, base_sha256: weights, ...(task.classes.length > 0 && { task: this.spec.task }) };
  }

  dispose(): void {
    for (const { session, pending } of this.lanes) {
      session.dispose();
      tf.dispose(pending.map(({ loss }) => loss));
    }
    this.baseHead.dispose();
    tf.dispose(Object.values(this.base.params));
  }

  private subject(lane: number): Subject {
    if (lane < 0) return this.baseSubject;
    const { model, edits } = this.lanes[lane]!.session;
    return { ops: this.engine.ops, model, edits };
  }
}
