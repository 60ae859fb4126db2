import type { ReportDetail } from "../experiments/kind";
import { countParameters } from "../model/parameters";
import type { GivenAnswer } from "../training/evaluate";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import { type Materials, taskOfLane } from "../training/materials";
import type { RaceSnapshot } from "../training/race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import { evaluationSteps } from "../training/schedule";
import type { BackendChoice, Evaluation, LaneState, RaceInfo, TrainerEvent } from "./api";
import type { ChosenEngine } from "./choose-backend";
import type { HostedRace } from "./hosted-race";
import type { LanePool } from "./lane-pool";
import type { RaceState } from "./race-state";
import type { HostedRunning } from "./running";

/** What a race is made with besides its state and its backend. */
export interface RaceParts {
  readonly materials: Materials;
  readonly pool: LanePool;
  /** The most workers that may share the lanes; null: one less than there are processors. */
  readonly workers: number | null;
  readonly send: (event: TrainerEvent) => void;
}

/** A race in progress: decides when lanes are evaluated, and sends the events. */
export class RaceRunning implements HostedRunning<RaceInfo, RaceState> {
  private readonly due: ReturnType<typeof evaluationSteps>;
  /** Lanes that the page knows to have stopped. */
  private readonly stopped: Set<number>;
  private isDisposed = false;

  private constructor(
    private readonly parts: RaceParts,
    readonly backend: BackendChoice,
    private readonly race: HostedRace,
    private spec: RaceSpec,
    private kept: RaceSnapshot | null,
  ) {
    this.due = evaluationSteps(spec.steps);
    this.stopped = new Set([...spec.lanes.keys()].filter((lane) => race.stopped(lane) !== null));
  }

  static async open(parts: RaceParts, chosen: ChosenEngine, state: RaceState): Promise<RaceRunning> {
    const { race, workers } = await parts.pool.open(chosen, parts.materials, state, parts.workers);
    return new RaceRunning(parts, { ...chosen.choice, workers }, race, state.spec, state.race);
  }

  get step(): number {
    return this.race.step;
  }

  get isFinished(): boolean {
    return this.race.finished;
  }

  get start(): RaceState {
    return { spec: this.spec, race: null };
  }

  get saved(): RaceState {
    return { spec: this.spec, race: this.kept };
  }

  /** The most workers that may share its lanes. */
  get workers(): number | null {
    return this.parts.workers;
  }

  /** Evaluates the base. The first evaluations of the lanes come with a report. */
  async info(): Promise<RaceInfo> {
    const { race, spec, backend } = this;
    const { materials } = this.parts;
    return {
      spec,
      backend,
      card: materials.card,
      total: countParameters(materials.base.config),
      classes: materials.task.classes,
      lanes: spec.lanes.map((_, lane) => this.laneState(lane)),
      base: await race.evaluate(-1, true),
    };
  }

  /** One step of every lane, and an evaluation where one is due. */
  async advance(): Promise<void> {
    await this.race.advance();
    const due = this.due.get(this.race.step);
    if (due) await this.report(due === "detailed" ? "full" : "brief");
  }

  async report(detail: ReportDetail): Promise<void> {
    for (const losses of await this.race.readLosses()) this.send({ kind: "losses", ...losses });
    if (detail !== "new") await this.evaluateLanes(detail === "full");
    this.reportStopped();
  }

  async snapshot(): Promise<RaceState> {
    return { spec: this.spec, race: await this.race.snapshot() };
  }

  setLearningRate(lane: number, learningRate: number): LaneSpec {
    const changed = this.race.setLearningRate(lane, learningRate);
    this.spec = { ...this.spec, lanes: this.spec.lanes.map((spec, i) => (i === lane ? changed : spec)) };
    return changed;
  }

  ask(input: string): Promise<GivenAnswer[]> {
    return this.race.ask(input);
  }

  examine(lane: number, question: LaneQuestion): Promise<LaneFinding> {
    return this.race.examine(lane, question);
  }

  save(lane: number): Promise<Uint8Array> {
    return this.race.save(lane);
  }

  /** Puts a saved adapter into a lane of the paused race, and evaluates it. */
  async load(lane: number, file: Uint8Array): Promise<Evaluation> {
    await this.race.load(lane, file);
    await this.keep();
    return this.race.evaluate(lane, true);
  }

  dispose(): void {
    this.isDisposed = true;
    this.race.dispose();
  }

  private async evaluateLanes(detail: boolean): Promise<void> {
    const { race } = this;
    const oneByOne = async (lanes: readonly number[]): Promise<void> => {
      for (const lane of lanes) {
        if (this.isDisposed) return;
        if (race.stopped(lane) !== null) continue;
        const usual = await race.evaluate(lane, detail);
        if (race.stopped(lane) !== null) continue;
        // The loss stays of the usual questions: the curve would jump.
        const all = this.asksAll(lane) ? await race.evaluate(lane, false, Number.POSITIVE_INFINITY) : null;
        const evaluation = all?.of === undefined ? usual : { ...usual, score: all.score, of: all.of };
        this.send({ kind: "evaluation", lane, evaluation });
      }
    };
    await Promise.all(race.lanesByHost.map(oneByOne));
    if (!this.isDisposed && (detail || race.step === 0)) await this.keep();
  }

  /**
   * Whether the accuracy is of all held-out questions now: at the end, so that it can be compared with recorded figures.
   * Answers that are written out, or computed without a fast backend, would take too long.
   */
  private asksAll(lane: number): boolean {
    const { taskInfo } = taskOfLane(this.parts.materials, this.spec.lanes[lane]!);
    return this.isFinished && this.backend.name !== "cpu" && taskInfo.exact;
  }

  /** Saves the race, to continue from. Only a GPU or another worker can be lost; otherwise reading it back would be wasted. */
  private async keep(): Promise<void> {
    const { name, workers } = this.backend;
    if (name === "webgpu" || workers > 1) this.kept = await this.race.snapshot();
  }

  private reportStopped(): void {
    for (const lane of this.spec.lanes.keys()) {
      if (this.race.stopped(lane) === null || this.stopped.has(lane)) continue;
      this.stopped.add(lane);
      this.send({ kind: "lane", lane, state: this.laneState(lane) });
    }
  }

  private laneState(lane: number): LaneState {
    const stopped = this.race.stopped(lane);
    return {
      status: stopped ? "stopped" : "ready",
      stoppedAt: stopped?.step ?? null,
      stopReason: stopped?.reason ?? null,
      ...this.race.counts(lane),
    };
  }

  private send(event: TrainerEvent): void {
    if (!this.isDisposed) this.parts.send(event);
  }
}
