import type { GivenAnswer } from "../training/evaluate";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { Race, RaceSnapshot } from "../training/race";
import type { RaceEvaluation } from "../training/race-evaluation";
import type { LaneLosses, Stopped } from "../training/race-lane";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { Result } from "./api";
import { settle, settleExpected } from "./failures";

/** Losses since the last call, and after which step each lane ended early, and why. */
export interface LanesReport {
  readonly losses: readonly (LaneLosses & { readonly lane: number })[];
  readonly stopped: readonly (Stopped | null)[];
}

/** The worker that a host was in has died: what its lanes have learned is lost. */
export class LanesLostError extends Error {
  override name = "LanesLostError";
}

/** Lanes that are open: what each trains, and whether the fused kernels do it. */
export interface OpenedLanes extends Pick<LanesReport, "stopped"> {
  readonly counts: readonly ReturnType<Race["counts"]>[];
  readonly fused: boolean;
}

/** The calls of a host of lanes; to a host in another worker each is a message. */
export type LaneCalls = {
  readonly [Call in keyof LaneHost]: (
    ...given: Parameters<LaneHost[Call]>
  ) => Promise<Awaited<ReturnType<LaneHost[Call]>>>;
};

/** A host in another worker, and how that worker is ended. */
export interface LaneLink extends LaneCalls {
  end(): void;
}

/** Makes lanes on the engine of this worker. */
export type MakeLanes = (spec: RaceSpec) => Promise<{ readonly race: Race; readonly fused: boolean }>;

/** Some lanes of a race, all in one worker. The spec names these lanes alone, and they are counted within it. */
export class LaneHost {
  private race: Race | null = null;

  constructor(private readonly make: MakeLanes) {}

  /** Makes lanes as they are before the first step, or as they were when a snapshot was taken. Closes what was open. */
  async open(spec: RaceSpec, from: RaceSnapshot | null): Promise<OpenedLanes> {
    await this.close();
    const { race, fused } = await this.make(spec);
    await this.close();
    this.race = race;
    if (from) race.restore(from);
    return { counts: spec.lanes.map((_, lane) => race.counts(lane)), fused, stopped: this.stopped() };
  }

  async close(): Promise<void> {
    this.race?.dispose();
    this.race = null;
  }

  /** One step of every lane that has not stopped. */
  advance(): Promise<Result<void>> {
    return settleExpected(async () => this.opened().advance());
  }

  async readLosses(): Promise<LanesReport> {
    const losses = await this.opened().readLosses();
    return { losses, stopped: this.stopped() };
  }

  /** Lane −1 is the base. */
  evaluate(
    lane: number,
    detail: boolean,
    items?: number,
  ): Promise<Result<{ evaluation: RaceEvaluation } & Pick<LanesReport, "stopped">>> {
    return settleExpected(async () => {
      const evaluation = await this.opened().evaluate(lane, detail, items);
      return { evaluation, stopped: this.stopped() };
    });
  }

  async setLearningRate(lane: number, learningRate: number): Promise<LaneSpec> {
    return this.opened().setLearningRate(lane, learningRate);
  }

  async snapshot(): Promise<RaceSnapshot> {
    return this.opened().snapshot();
  }

  /** Answers of the base (first) and of these lanes. */
  ask(input: string): Promise<Result<GivenAnswer[]>> {
    return settle(async () => this.opened().ask(input));
  }

  /** Lane −1 is the base. */
  examine(lane: number, question: LaneQuestion): Promise<Result<LaneFinding>> {
    return settle(async () => this.opened().examine(lane, question));
  }

  save(lane: number): Promise<Result<Uint8Array>> {
    return settle(async () => this.opened().save(lane));
  }

  load(lane: number, file: Uint8Array): Promise<Result<void>> {
    return settle(async () => this.opened().load(lane, file));
  }

  private opened(): Race {
    if (!this.race) throw new Error("no lanes are open");
    return this.race;
  }

  private stopped(): (Stopped | null)[] {
    const race = this.opened();
    return race.spec.lanes.map((_, lane) => race.stopped(lane));
  }
}
