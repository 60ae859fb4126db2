import { type Engine, startEngine } from "../engine/engine";
import type { GivenAnswer } from "../training/evaluate";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import { Race, type RaceEvaluation } from "../training/race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { Result } from "./api";
import { settle } from "./failures";
import { MaterialsLoader, type Sources } from "./prepare-race";

/** What lanes have to say: losses since the last call, and at which step each has stopped because its was not a number. */
export interface LanesReport {
  readonly losses: readonly { lane: number; steps: number[]; losses: number[] }[];
  readonly stoppedAt: readonly (number | null)[];
}

/** Lanes that are open: what each trains, and whether the fused kernels do it. */
export interface OpenedLanes {
  readonly counts: readonly ReturnType<Race["counts"]>[];
  readonly fused: boolean;
}

/** The calls of a host of lanes; from another worker each is a message. */
export type LaneCalls = {
  readonly [Call in keyof LaneHost]: (
    ...given: Parameters<LaneHost[Call]>
  ) => Promise<Awaited<ReturnType<LaneHost[Call]>>>;
};

/** A host in another worker, and how that is ended. */
export interface LaneLink extends LaneCalls {
  end(): void;
}

/** Some lanes of a race in a worker of their own, always on wasm. Lanes are counted within it. */
export class LaneHost {
  private engine: Promise<Engine> | undefined;
  private race: Race | null = null;
  private readonly loader: MaterialsLoader;

  constructor(private readonly sources: Sources) {
    this.loader = new MaterialsLoader(sources.checkpoints);
  }

  /** Makes lanes as they are before the first step; what was open before is let go. */
  async open(spec: RaceSpec): Promise<OpenedLanes> {
    await this.close();
    this.engine ??= startEngine("wasm", this.sources.engine).catch((error: unknown) => {
      this.engine = undefined;
      throw error;
    });
    const engine = await this.engine;
    const race = new Race(engine, await this.loader.load(spec), spec);
    await this.close();
    this.race = race;
    return { counts: spec.lanes.map((_, lane) => race.counts(lane)), fused: engine.fused };
  }

  async close(): Promise<void> {
    this.race?.dispose();
    this.race = null;
  }

  /** One step of every lane that has not stopped. */
  async advance(): Promise<void> {
    await this.opened().advance();
  }

  async readLosses(): Promise<LanesReport> {
    const losses = await this.opened().readLosses();
    return { losses, stoppedAt: this.stoppedAt() };
  }

  async evaluate(
    lane: number,
    detail: boolean,
  ): Promise<{ evaluation: RaceEvaluation } & Pick<LanesReport, "stoppedAt">> {
    const evaluation = await this.opened().evaluate(lane, detail);
    return { evaluation, stoppedAt: this.stoppedAt() };
  }

  async setLearningRate(lane: number, learningRate: number): Promise<LaneSpec> {
    return this.opened().setLearningRate(lane, learningRate);
  }

  ask(input: string): Promise<Result<GivenAnswer[]>> {
    return this.settled((race) => race.ask(input));
  }

  examine(lane: number, question: LaneQuestion): Promise<Result<LaneFinding>> {
    return this.settled((race) => race.examine(lane, question));
  }

  save(lane: number): Promise<Result<Uint8Array>> {
    return this.settled((race) => race.save(lane));
  }

  load(lane: number, file: Uint8Array): Promise<Result<void>> {
    return this.settled((race) => race.load(lane, file));
  }

  private opened(): Race {
    if (!this.race) throw new Error("no lanes are open");
    return this.race;
  }

  private stoppedAt(): (number | null)[] {
    const race = this.opened();
    return race.spec.lanes.map((_, lane) => race.stoppedAt(lane));
  }

  private settled<T>(call: (race: Race) => Promise<T>): Promise<Result<T>> {
    return settle(this.race?.spec ?? null, () => call(this.opened()));
  }
}
