import { countParameters } from "../model/parameters";
import type { Materials } from "../training/materials";
import { Race, type RaceEvaluation, type RaceSnapshot } from "../training/race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import { evaluationSteps } from "../training/schedule";
import type { LaneState, RaceInfo } from "./api";
import type { ChosenEngine } from "./choose-backend";
import type { EventBatcher } from "./event-batcher";
import type { LanePool, RunningRace } from "./lane-pool";
import { nextTurn } from "./next-turn";
import { StepRate } from "./step-rate";

/** How long an error of a GPU may precede the event that says the GPU is gone. */
const lossGraceMs = 2000;

/** Runs one race: the loop, what is reported of it, and going on elsewhere when the GPU is lost. */
export class RaceRunner {
  /** What the learner wants; a loop that breaks does not change it. */
  private wanted = false;
  private loop: Promise<void> = Promise.resolve();
  private saved: RaceSnapshot | null = null;
  private readonly stopped = new Set<number>();
  private closed = false;

  /** `spec` is as opened, with the changes of learning rates since: a restart replays them. */
  private constructor(
    readonly materials: Materials,
    public spec: RaceSpec,
    private backend: ChosenEngine,
    private readonly pool: LanePool,
    private readonly workers: number | null,
    public race: RunningRace,
    private readonly events: EventBatcher,
    private readonly replace: () => Promise<ChosenEngine>,
  ) {
    // Weakly: the promise of a healthy GPU lives as long as the page, the race should not.
    const self = new WeakRef(this);
    void backend.engine.lost?.then(() => self.deref()?.moveOn());
  }

  /** Makes the race; `workers`: most that may share its lanes, `replace` finds a backend when the GPU is lost. */
  static async open(
    materials: Materials,
    spec: RaceSpec,
    chosen: ChosenEngine,
    pool: LanePool,
    workers: number | null,
    events: EventBatcher,
    replace: () => Promise<ChosenEngine>,
  ): Promise<RaceRunner> {
    const made = await pool.makeRace(chosen, materials, spec, workers);
    const backend = { ...chosen, choice: { ...chosen.choice, workers: made.workers } };
    return new RaceRunner(materials, spec, backend, pool, workers, made.race, events, replace);
  }

  /** Reports the start: the base as it is. What the lanes say before their first step follows as events. */
  async start(): Promise<RaceInfo> {
    const { race, materials, spec } = this;
    const base = await race.evaluate(-1, true);
    // On a GPU an evaluation in detail is thousands of dispatches: there it waits for the first one on the way.
    this.loop = this.guard(this.evaluateLanes(race, this.backend.choice.name !== "webgpu"));
    return {
      spec,
      backend: this.backend.choice,
      card: materials.card,
      total: countParameters(materials.base.config),
      classes: materials.task.classes,
      lanes: spec.lanes.map((_, lane) => this.laneState(lane)),
      base,
    };
  }

  /** Back to the same start. */
  async restart(): Promise<RaceInfo> {
    await this.halt();
    this.race.dispose();
    const { backend, materials, spec } = this;
    const { race, workers } = await this.pool.makeRace(backend, materials, spec, this.workers);
    this.race = race;
    this.backend = { ...backend, choice: { ...backend.choice, workers } };
    this.saved = null;
    this.stopped.clear();
    return this.start();
  }

  play(): void {
    if (this.wanted || this.race.finished) return;
    this.wanted = true;
    this.loop = this.guard(this.loop.then(() => this.run(this.race)));
  }

  /** The loop ends after the step it is in. */
  stopSoon(): void {
    this.wanted = false;
  }

  halt(): Promise<void> {
    this.stopSoon();
    return this.loop;
  }

  async pause(): Promise<void> {
    await this.halt();
    if (this.race.finished) return;
    await this.evaluateLanes(this.race, true);
    this.events.send({ kind: "phase", phase: "paused" });
  }

  /** One step of every lane, then an evaluation. */
  async step(): Promise<void> {
    await this.halt();
    if (this.race.finished) return;
    await this.race.advance();
    await this.sendLosses(this.race);
    await this.evaluateLanes(this.race, true);
    this.events.send({ kind: "pace", step: this.race.step, stepsPerSecond: 0 });
    this.events.send({ kind: "phase", phase: this.race.finished ? "done" : "paused" });
  }

  /** Puts a saved adapter into a lane of the race at rest, and evaluates it. */
  async load(lane: number, file: Uint8Array): Promise<RaceEvaluation> {
    await this.pause();
    await this.race.load(lane, file);
    await this.keep(this.race);
    return this.race.evaluate(lane, true);
  }

  setLearningRate(lane: number, learningRate: number): LaneSpec {
    const changed = this.race.setLearningRate(lane, learningRate);
    this.spec = { ...this.spec, lanes: this.spec.lanes.map((spec, i) => (i === lane ? changed : spec)) };
    return changed;
  }

  /** Stops a race that runs, without a look at the lanes. */
  async rest(): Promise<void> {
    const ran = this.wanted;
    await this.halt();
    if (ran && !this.race.finished) this.events.send({ kind: "phase", phase: "paused" });
  }

  /** Makes this race's backend the current one again after another was used. */
  activate(): Promise<void> {
    return this.backend.engine.activate();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.halt();
    this.race.dispose();
  }

  /** The training loop: ends when the race is finished, halted or replaced. */
  private async run(race: RunningRace): Promise<void> {
    const due = evaluationSteps(this.spec.steps);
    this.events.send({ kind: "phase", phase: "running" });
    const rate = new StepRate(race.step);
    while (this.wanted && this.race === race && !race.finished) {
      await race.advance();
      const evaluation = due.get(race.step);
      if (evaluation || rate.isDue) {
        await this.sendLosses(race);
        const stepsPerSecond = rate.stepsPerSecond(race.step);
        this.events.send({ kind: "pace", step: race.step, stepsPerSecond });
      }
      if (evaluation) await this.evaluateLanes(race, evaluation === "detailed");
      await nextTurn();
    }
    if (this.race !== race) return;
    await this.sendLosses(race);
    if (!race.finished) return;
    this.wanted = false;
    this.events.send({ kind: "phase", phase: "done" });
  }

  private async sendLosses(race: RunningRace): Promise<void> {
    for (const losses of await race.readLosses()) this.events.send({ kind: "losses", ...losses });
    this.reportStopped(race);
  }

  private async evaluateLanes(race: RunningRace, detail: boolean): Promise<void> {
    const inTurn = async (lanes: readonly number[]): Promise<void> => {
      for (const lane of lanes) {
        if (this.closed || this.race !== race) return;
        if (race.stoppedAt(lane) !== null) continue;
        const evaluation = await race.evaluate(lane, detail);
        if (race.stoppedAt(lane) === null) this.events.send({ kind: "evaluation", lane, evaluation });
      }
    };
    await Promise.all(race.groups.map(inTurn));
    if (this.closed || this.race !== race) return;
    this.reportStopped(race);
    if (detail || race.step === 0) await this.keep(race);
  }

  /** Notes the race as it is, to go on from. Only a GPU can be taken away; elsewhere reading it all back would be waste. */
  private async keep(race: RunningRace): Promise<void> {
    if (race instanceof Race && this.backend.choice.name === "webgpu") this.saved = await race.snapshot();
  }

  private reportStopped(race: RunningRace): void {
    this.spec.lanes.forEach((_, lane) => {
      if (race.stoppedAt(lane) === null || this.stopped.has(lane)) return;
      this.stopped.add(lane);
      this.events.send({ kind: "lane", lane, state: this.laneState(lane) });
    });
  }

  private laneState(lane: number): LaneState {
    const stoppedAt = this.race.stoppedAt(lane);
    return { status: stoppedAt === null ? "ready" : "stopped", stoppedAt, ...this.race.counts(lane) };
  }

  /** Background work that breaks is reported, unless it broke because the GPU went: then `moveOn` takes over. */
  private async guard(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      const grace = new Promise<null>((resolve) => setTimeout(resolve, lossGraceMs, null));
      const { lost } = this.backend.engine;
      if (lost && (await Promise.race([lost, grace])) !== null) return;
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    this.wanted = false;
    const detail = error instanceof Error ? error.message : String(error);
    this.events.send({ kind: "failure", failure: { kind: "engine", detail } });
  }

  /** The GPU is gone: goes on from the last snapshot on the next backend. */
  private async moveOn(): Promise<void> {
    const resume = this.wanted;
    await this.halt();
    if (this.closed) return;
    try {
      this.backend = await this.replace();
      if (this.closed) return;
      const race = new Race(this.backend.engine, this.materials, this.spec);
      if (this.saved) race.restore(this.saved);
      this.race = race;
      this.events.send({ kind: "backend", backend: this.backend.choice, resumedAt: this.race.step });
      if (resume) this.play();
      else this.events.send({ kind: "phase", phase: "paused" });
    } catch (error) {
      this.fail(error);
    }
  }
}
