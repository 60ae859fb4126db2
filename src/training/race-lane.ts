import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../engine/engine";
import { createRandom, type Random } from "../lib/random";
import { findMethod } from "../methods/index";
import type { Model } from "../model/transformer";
import { commonAnswerTokens } from "./answer-tokens";
import { countHead } from "./head";
import type { ChosenObjective } from "./objectives/choose";
import type { Drawn, Measured, Remembered, StopReason, Supervised } from "./objectives/objective";
import type { PreferenceSource } from "./preferences/preferences";
import { type LaneSpec, type RaceSpec, rateAt } from "./race-spec";
import type { RaceTask } from "./race-task";
import { TrainingSession } from "./session";
import type { Snapshot } from "./snapshot";

/** After which step a lane ended early, and why. */
export interface Stopped {
  readonly step: number;
  readonly reason: StopReason;
}

/** The whole state of a lane as plain data. */
export interface LaneSnapshot extends Snapshot {
  readonly stopped: Stopped | null;
  /** The state of the objective. */
  readonly remembered: Remembered;
}

/** Losses of some steps, and the series of the objective at the same steps, where it has any. */
export interface LaneLosses {
  readonly steps: number[];
  readonly losses: number[];
  readonly series?: Readonly<Record<string, number[]>>;
}

interface Pending {
  readonly step: number;
  readonly loss: tf.Scalar;
  readonly series: Readonly<Record<string, number>>;
}

/** One lane of a race: what it trains, on what, and how far it has come. */
export class RaceLane {
  readonly session: TrainingSession;
  stopped: Stopped | null = null;
  /** Whether the model's head can answer the task; that of a reward model cannot. */
  readonly answersTask: boolean;
  /** Parameters of the new head; 0 where the base's own stays. */
  readonly headCount: number;
  private readonly random: Random;
  /** Steps whose losses are still on the device. */
  private pending: Pending[] = [];

  constructor(
    engine: Engine,
    base: Model,
    readonly task: RaceTask,
    { seed, batch }: RaceSpec,
    { kind, options, head, answersTask }: ChosenObjective,
    preferences: PreferenceSource | null,
    public spec: LaneSpec,
  ) {
    const method = findMethod(spec.method);
    if (!method) throw new Error(`unknown method "${spec.method}"`);
    this.answersTask = answersTask;
    this.headCount = countHead(base.config.width, head);
    this.random = createRandom(seed).fork(kind.id);
    this.session = new TrainingSession(engine, base, {
      method,
      options: spec.options,
      seed,
      head,
      answerTokens: commonAnswerTokens(task.task),
      objective: kind.start({ options, task: task.task, batch, preferences }),
    });
  }

  /** The inputs of the next step. `taken`: steps before it. */
  draw(taken: number, supervised: () => Supervised): Drawn | Promise<Drawn> {
    const { subject, reference, objective } = this.session;
    return objective.inputs({ random: this.random.fork(taken), subject, reference, supervised });
  }

  /**
   * Takes a step on its inputs, unless they say stop. `taken`: steps before it; `schedule`: share of the peak rate;
   * `share`: how much of the run is over after it.
   */
  take({ inputs, series = {}, stop }: Drawn, taken: number, schedule: number, share: number): void {
    if (stop) {
      this.stopped = { step: taken, reason: stop };
      return;
    }
    const loss = this.session.step(inputs, rateAt(this.spec, taken) * schedule, share);
    this.pending.push({ step: taken + 1, loss, series });
  }

  /**
   * Reads the losses of all steps since the last call; null if there were none. A lane whose loss is NaN or infinite
   * stops there.
   */
  async readLosses(): Promise<LaneLosses | null> {
    const { pending } = this;
    if (pending.length === 0) return null;
    this.pending = [];
    const stacked = tf.stack(pending.map(({ loss }) => loss));
    const losses = Array.from((await stacked.data()) as Float32Array);
    tf.dispose([stacked, ...pending.map(({ loss }) => loss)]);
    const bad = losses.findIndex((loss) => !Number.isFinite(loss));
    if (bad >= 0) this.stopped = { step: pending[bad]!.step, reason: "not-a-number" };
    const good = pending.slice(0, bad >= 0 ? bad : losses.length);
    const names = Object.keys(good[0]?.series ?? {});
    const series = Object.fromEntries(names.map((name) => [name, good.map((one) => one.series[name]!)]));
    return {
      steps: good.map(({ step }) => step),
      losses: losses.slice(0, good.length),
      ...(names.length > 0 && { series }),
    };
  }

  /** What the objective measures on held-out data; null if it has no such measure. */
  async measure(): Promise<Measured | null> {
    const { objective, subject, reference } = this.session;
    return (await objective.measure?.({ subject, reference })) ?? null;
  }

  async snapshot(): Promise<LaneSnapshot> {
    const { stopped } = this;
    const remembered = this.session.objective.remembered?.() ?? {};
    return { ...(await this.session.snapshot()), stopped, remembered };
  }

  restore(snapshot: LaneSnapshot): void {
    this.session.restore(snapshot);
    this.session.objective.recall?.(snapshot.remembered);
    this.stopped = snapshot.stopped;
  }

  dispose(): void {
    this.session.dispose();
    tf.dispose(this.pending.map(({ loss }) => loss));
  }
}
