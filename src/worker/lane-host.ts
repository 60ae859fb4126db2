import { type Engine, startEngine } from "../engine/engine";
import type { GivenAnswer } from "../training/evaluate";
import { Race, type RaceEvaluation } from "../training/race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { Result } from "./api";
import { settle } from "./failures";
import { MaterialsLoader, type Sources } from "./prepare-race";

/** What a step gave: the lanes' losses, and which have stopped because theirs was not a number. */
export interface StepNews {
  readonly losses: readonly { lane: number; steps: number[]; losses: number[] }[];
  readonly stoppedAt: readonly (number | null)[];
}

/** What a lane trains, as counted by Race. */
export type OpenedLane = ReturnType<Race["counts"]>;

/** The calls of a host of lanes; from another worker each is a message. */
export type LaneCalls = {
  readonly [Call in keyof LaneHost]: (
    ...given: Parameters<LaneHost[Call]>
  ) => Promise<Awaited<ReturnType<LaneHost[Call]>>>;
};

/** Some lanes of a race in a worker of their own, always on wasm. Lanes are counted within it. */
export class LaneHost {
  private engine: Promise<Engine> | undefined;
  private race: Race | null = null;
  private readonly loader: MaterialsLoader;

  constructor(private readonly sources: Sources) {
    this.loader = new MaterialsLoader(sources.checkpoints);
  }

  /** Makes lanes as they are before the first step; what was open before is let go. */
  async open(spec: RaceSpec): Promise<OpenedLane[]> {
    await this.close();
    this.engine ??= startEngine("wasm", this.sources.engine);
    const race = new Race(await this.engine, await this.loader.load(spec), spec);
    this.race = race;
    return spec.lanes.map((_, lane) => race.counts(lane));
  }

  async close(): Promise<void> {
    this.race?.dispose();
    this.race = null;
  }

  /** One step of every lane. */
  async advance(): Promise<StepNews> {
    const race = this.opened();
    race.advance();
    return { losses: await race.readLosses(), stoppedAt: this.stoppedAt() };
  }

  async evaluate(
    lane: number,
    detail: boolean,
  ): Promise<{ evaluation: RaceEvaluation } & Pick<StepNews, "stoppedAt">> {
    const evaluation = await this.opened().evaluate(lane, detail);
    return { evaluation, stoppedAt: this.stoppedAt() };
  }

  async setLearningRate(lane: number, learningRate: number): Promise<LaneSpec> {
    return this.opened().setLearningRate(lane, learningRate);
  }

  ask(input: string): Promise<Result<GivenAnswer[]>> {
    return this.settled((race) => race.ask(input));
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
