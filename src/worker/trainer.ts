import type { BackendName } from "../engine/engine";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type {
  Answer,
  BackendChoice,
  Evaluation,
  MeasuredSpeed,
  ParkedRace,
  RaceInfo,
  Result,
  Trainer,
  TrainerEvent,
} from "./api";
import { Engines } from "./engines";
import { EventBatcher } from "./event-batcher";
import { settle } from "./failures";
import { LanePool } from "./lane-pool";
import { MaterialsLoader } from "./materials-loader";
import { measureMethod } from "./measure-method";
import { openRace, type PreparedRace, prepareRace, type RaceRunner, type Workshop } from "./open-race";
import type { TrainerSources } from "./sources";

const laneIdleMs = 10_000;

/** Opens one race at a time and passes the page's calls to it, one after the other. */
export class RaceTrainer implements Trainer {
  private readonly events = new EventBatcher();
  private readonly workshop: Workshop;
  private runner: RaceRunner | null = null;
  /** Only the newest `open` puts its race in place. */
  private openings = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(sources: TrainerSources) {
    this.workshop = {
      engines: new Engines(sources),
      loader: new MaterialsLoader(sources.checkpoints),
      pool: new LanePool(sources.connectLanes, sources.cores ?? 1, sources.laneIdleMs ?? laneIdleMs),
      send: (event) => this.events.send(event),
      inTurn: (work) => this.inTurn(work),
    };
  }

  async listen(listener: (events: readonly TrainerEvent[]) => void): Promise<void> {
    this.events.listener = listener;
  }

  open(
    spec: RaceSpec,
    backend: BackendName | null,
    workers: number | null = null,
  ): Promise<Result<RaceInfo | null>> {
    const opening = ++this.openings;
    const isOvertaken = (): boolean => opening !== this.openings;
    this.runner?.stopSoon();
    return this.settled(async () => {
      if (isOvertaken()) return null;
      const prepared = await prepareRace(this.workshop, { spec, race: null }, backend, workers);
      if (isOvertaken()) return null;
      const runner = await this.put(prepared);
      return runner.start();
    });
  }

  park(): Promise<Result<ParkedRace | null>> {
    return this.settled(async () => {
      const { runner } = this;
      if (!runner) return null;
      const wasPlaying = runner.isPlaying;
      try {
        await runner.rest();
        const { spec, race } = await runner.call((running) => running.snapshot());
        const { backend, workers } = runner.running;
        return race && { spec, race, backend, workers, wasPlaying };
      } finally {
        await this.close();
        this.workshop.pool.release(0);
      }
    });
  }

  resume({ spec, race, backend, workers, wasPlaying }: ParkedRace): Promise<Result<BackendChoice>> {
    this.openings++;
    return this.settled(async () => {
      const prepared = await prepareRace(this.workshop, { spec, race }, backend.name, workers);
      const { engine, choice } = prepared.chosen;
      const isSame = choice.name === backend.name;
      const chosen = { engine, choice: isSame ? { ...choice, reason: backend.reason } : choice };
      const runner = await this.put({ ...prepared, chosen });
      const now = runner.running.backend;
      if (!isSame) this.events.send({ kind: "backend", backend: now, resumedAt: runner.running.step });
      if (wasPlaying) runner.play();
      return now;
    });
  }

  play(): Promise<void> {
    return this.inTurn(async () => this.runner?.play());
  }

  pause(): Promise<void> {
    this.runner?.stopSoon();
    return this.inTurn(async () => this.runner?.pause());
  }

  step(): Promise<void> {
    return this.inTurn(async () => this.runner?.step());
  }

  reset(): Promise<Result<RaceInfo>> {
    this.runner?.stopSoon();
    return this.withRunner((runner) => runner.restart());
  }

  async setLearningRate(lane: number, learningRate: number): Promise<LaneSpec | null> {
    return this.runner?.running.setLearningRate(lane, learningRate) ?? null;
  }

  ask(input: string): Promise<Result<readonly Answer[]>> {
    return this.withRunner(async (runner) => {
      const answers = await runner.call((race) => race.ask(input));
      return answers.map((answer, i) => ({ lane: i - 1, ...answer }));
    });
  }

  examine(lane: number, question: LaneQuestion): Promise<Result<LaneFinding>> {
    return this.withRunner((runner) => runner.call((race) => race.examine(lane, question)));
  }

  measure(base: string, method: string, backend: BackendName | null): Promise<Result<MeasuredSpeed>> {
    return this.settled(async () => {
      await this.runner?.rest();
      try {
        return await measureMethod(this.workshop.engines, base, method, backend);
      } finally {
        await this.runner?.activate();
      }
    });
  }

  save(lane: number): Promise<Result<Uint8Array>> {
    return this.withRunner((runner) => runner.call((race) => race.save(lane)));
  }

  load(lane: number, file: Uint8Array): Promise<Result<Evaluation>> {
    return this.withRunner(async (runner) => {
      await runner.pause();
      return runner.call((race) => race.load(lane, file));
    });
  }

  /** Puts a race in the place of the one that was open. */
  private async put(prepared: PreparedRace): Promise<RaceRunner> {
    await this.close();
    this.runner = await openRace(this.workshop, prepared);
    return this.runner;
  }

  private async close(): Promise<void> {
    const { runner } = this;
    this.runner = null;
    await runner?.close();
  }

  private withRunner<T>(call: (runner: RaceRunner) => Promise<T>): Promise<Result<T>> {
    return this.settled(async () => {
      if (!this.runner) throw new Error("no race is open");
      return call(this.runner);
    });
  }

  private settled<T>(call: () => Promise<T>): Promise<Result<T>> {
    return this.inTurn(() => settle(call));
  }

  /** Calls that touch the race wait for each other; what they had to report reaches the page before they settle. */
  private async inTurn<T>(call: () => Promise<T>): Promise<T> {
    const result = this.queue.then(call);
    this.queue = result.catch(() => {});
    try {
      return await result;
    } finally {
      this.events.flush();
    }
  }
}
