import { findBase } from "../bases/index";
import type { BackendName } from "../engine/engine";
import { findMethod } from "../methods/index";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import { measureSpeed } from "../training/speed";
import type { Answer, Evaluation, MeasuredSpeed, RaceInfo, Result, Trainer, TrainerEvent } from "./api";
import { fallBack } from "./choose-backend";
import { EventBatcher } from "./event-batcher";
import { fail, settle } from "./failures";
import { LanePool } from "./lane-pool";
import {
  type EngineCache,
  engineFor,
  MaterialsLoader,
  prepareRace,
  type TrainerSources,
} from "./prepare-race";
import { RaceRunner } from "./race-runner";

/** Opens one race at a time and passes the page's calls to it, one after the other. */
export class RaceTrainer implements Trainer {
  private readonly events = new EventBatcher();
  private readonly engines: EngineCache = new Map();
  private runner: RaceRunner | null = null;
  /** Only the newest `open` puts its race in place. */
  private openings = 0;
  private queue: Promise<unknown> = Promise.resolve();

  private readonly loader: MaterialsLoader;
  private readonly pool: LanePool;

  constructor(private readonly sources: TrainerSources) {
    this.loader = new MaterialsLoader(sources.checkpoints);
    this.pool = new LanePool(sources.connectLanes, sources.cores ?? 1);
  }

  async listen(listener: (events: readonly TrainerEvent[]) => void): Promise<void> {
    this.events.listener = listener;
  }

  open(
    spec: RaceSpec,
    backend: BackendName | null,
    workers: number | null = null,
  ): Promise<Result<RaceInfo>> {
    const opening = ++this.openings;
    const requireNewest = (): void => {
      if (opening !== this.openings) fail({ kind: "engine", detail: "a newer race was opened meanwhile" });
    };
    this.runner?.stopSoon();
    return this.inTurn(() =>
      settle(spec, async () => {
        requireNewest();
        const { sources, engines, loader, pool, events } = this;
        const lanes = spec.lanes.length;
        const wasmShare = Math.ceil(lanes / pool.workersFor(lanes, workers)) / Math.max(1, lanes);
        const report = (event: TrainerEvent): void => events.send(event);
        const { materials, chosen } = await prepareRace(
          spec,
          { backend, wasmShare },
          sources,
          engines,
          loader,
          report,
        );
        requireNewest();
        await this.runner?.close();
        this.runner = null;
        await chosen.engine.activate();
        this.runner = await RaceRunner.open(materials, spec, chosen, pool, workers, events, () => {
          engines.clear();
          return (sources.replace ?? fallBack)(sources.engine, "lost");
        });
        return this.runner.start();
      }),
    );
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
    return this.runner?.setLearningRate(lane, learningRate) ?? null;
  }

  ask(input: string): Promise<Result<readonly Answer[]>> {
    return this.withRunner(async ({ race }) => {
      const answers = await race.ask(input);
      return answers.map((answer, i) => ({ lane: i - 1, ...answer }));
    });
  }

  examine(lane: number, question: LaneQuestion): Promise<Result<LaneFinding>> {
    return this.withRunner(({ race }) => race.examine(lane, question));
  }

  measure(baseId: string, methodId: string, backend: BackendName | null): Promise<Result<MeasuredSpeed>> {
    return this.inTurn(() =>
      settle(null, async () => {
        const [base, method] = [findBase(baseId), findMethod(methodId)];
        if (!base || !method) throw new Error(`no such base or method: ${baseId}, ${methodId}`);
        await this.runner?.rest();
        const chosen = await engineFor(base, { backend, wasmShare: 1 }, this.sources, this.engines);
        await chosen.engine.activate();
        try {
          return { speed: await measureSpeed(chosen.engine, base, method), backend: chosen.choice };
        } finally {
          await this.runner?.activate();
        }
      }),
    );
  }

  save(lane: number): Promise<Result<Uint8Array>> {
    return this.withRunner(({ race }) => race.save(lane));
  }

  load(lane: number, file: Uint8Array): Promise<Result<Evaluation>> {
    return this.withRunner((runner) => runner.load(lane, file));
  }

  private withRunner<T>(call: (runner: RaceRunner) => Promise<T>): Promise<Result<T>> {
    return this.inTurn(() =>
      settle(this.runner?.spec ?? null, async () => {
        if (!this.runner) throw new Error("no race is open");
        return call(this.runner);
      }),
    );
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
