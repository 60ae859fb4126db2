import { countParameters } from "../model/config";
import type { Materials } from "../training/materials";
import { Race, type RaceSnapshot } from "../training/race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import { evaluationSteps } from "../training/schedule";
import type { LaneState, RaceInfo } from "./api";
import type { ChosenEngine } from "./choose-backend";
import type { LaneCalls } from "./lane-host";
import { makeRace, type RunningRace } from "./lane-pool";
import type { News } from "./news";
import { nextTurn } from "./next-turn";

/** How long an error of a GPU may precede the news that the GPU is gone. */
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
    private readonly hosts: readonly LaneCalls[],
    public race: RunningRace,
    private readonly news: News,
    private readonly replace: () => Promise<ChosenEngine>,
  ) {
    this.watch();
  }

  /** Makes the race; `hosts` are further workers that may train lanes, `replace` finds a backend when the GPU is lost. */
  static async open(
    materials: Materials,
    spec: RaceSpec,
    chosen: ChosenEngine,
    hosts: readonly LaneCalls[],
    news: News,
    replace: () => Promise<ChosenEngine>,
  ): Promise<RaceRunner> {
    const { race, workers } = await makeRace(chosen, materials, spec, hosts);
    const backend = { ...chosen, choice: { ...chosen.choice, workers } };
    return new RaceRunner(materials, spec, backend, hosts, race, news, replace);
  }

  /** Reports the start: the base as it is. What the lanes say before their first step follows as news. */
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
    this.race = (await makeRace(this.backend, this.materials, this.spec, this.hosts)).race;
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

  async halt(): Promise<void> {
    this.stopSoon();
    await this.loop;
  }

  async pause(): Promise<void> {
    await this.halt();
    if (this.race.finished) return;
    await this.evaluateLanes(this.race, true);
    this.news.send({ kind: "phase", phase: "paused" });
  }

  /** One step of every lane, then an evaluation. */
  async step(): Promise<void> {
    await this.halt();
    if (this.race.finished) return;
    await this.race.advance();
    await this.sendLosses(this.race);
    await this.evaluateLanes(this.race, true);
    this.news.send({ kind: "pace", step: this.race.step, stepsPerSecond: 0 });
    this.news.send({ kind: "phase", phase: this.race.finished ? "done" : "paused" });
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
    if (ran && !this.race.finished) this.news.send({ kind: "phase", phase: "paused" });
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
    this.news.send({ kind: "phase", phase: "running" });
    let counted = { time: performance.now(), step: race.step };
    while (this.wanted && this.race === race && !race.finished) {
      await race.advance();
      const evaluation = due.get(race.step);
      const elapsed = performance.now() - counted.time;
      if (evaluation || elapsed > 250) {
        await this.sendLosses(race);
        const stepsPerSecond =
          ((race.step - counted.step) * 1000) / Math.max(1, performance.now() - counted.time);
        this.news.send({ kind: "pace", step: race.step, stepsPerSecond });
        counted = { time: performance.now(), step: race.step };
      }
      if (evaluation) await this.evaluateLanes(race, evaluation === "detailed");
      await nextTurn();
    }
    if (this.race !== race) return;
    await this.sendLosses(race);
    if (race.finished) {
      this.wanted = false;
      this.news.send({ kind: "phase", phase: "done" });
    }
  }

  private async sendLosses(race: RunningRace): Promise<void> {
    for (const news of await race.readLosses()) this.news.send({ kind: "losses", ...news });
    this.reportStopped(race);
  }

  private async evaluateLanes(race: RunningRace, detail: boolean): Promise<void> {
    const inTurn = async (lanes: readonly number[]): Promise<void> => {
      for (const lane of lanes) {
        if (this.closed || this.race !== race) return;
        if (race.stoppedAt(lane) !== null) continue;
        const evaluation = await race.evaluate(lane, detail);
        if (race.stoppedAt(lane) === null) this.news.send({ kind: "evaluation", lane, evaluation });
      }
    };
    const groups = race instanceof Race ? [this.spec.lanes.map((_, lane) => lane)] : race.groups;
    await Promise.all(groups.map(inTurn));
    if (this.closed || this.race !== race) return;
    this.reportStopped(race);
    // Only a GPU can be taken away; reading everything back would be waste elsewhere.
    const kept = detail || race.step === 0;
    if (kept && race instanceof Race && this.backend.choice.name === "webgpu")
      this.saved = await race.snapshot();
  }

  private reportStopped(race: RunningRace): void {
    this.spec.lanes.forEach((_, lane) => {
      if (race.stoppedAt(lane) === null || this.stopped.has(lane)) return;
      this.stopped.add(lane);
      this.news.send({ kind: "lane", lane, state: this.laneState(lane) });
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
      console.error(error);
      this.wanted = false;
      const detail = error instanceof Error ? error.message : String(error);
      this.news.send({ kind: "failure", failure: { kind: "engine", detail } });
    }
  }

  private watch(): void {
    // Weakly: the promise of a healthy GPU lives as long as the page, the race should not.
    const self = new WeakRef(this);
    void this.backend.engine.lost?.then(() => self.deref()?.moveOn());
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
      this.news.send({ kind: "backend", backend: this.backend.choice, resumedAt: this.race.step });
      if (resume) this.play();
      else this.news.send({ kind: "phase", phase: "paused" });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.news.send({ kind: "failure", failure: { kind: "engine", detail } });
    }
  }
}
