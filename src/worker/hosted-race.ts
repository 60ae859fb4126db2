import type { ModelConfig } from "../model/config";
import type { GivenAnswer } from "../training/evaluate";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { RaceSnapshot } from "../training/race";
import type { RaceEvaluation } from "../training/race-evaluation";
import type { Stopped } from "../training/race-lane";
import { type LaneSpec, type RaceSpec, withRate } from "../training/race-spec";
import { unwrap } from "./failures";
import type { LaneCalls, LanesReport, OpenedLanes } from "./lane-host";
import { spreadLanes } from "./spread-lanes";

/** Lanes that one host trains: their positions in the race, and their last known state. */
interface Group extends Pick<OpenedLanes, "counts"> {
  readonly host: LaneCalls;
  readonly lanes: readonly number[];
  stopped: LanesReport["stopped"];
}

/**
 * A race whose lanes are in hosts: one host in this worker, the others in one worker each. All take the same steps on the
 * same batches, which come from the seed and the step alone; a step is over when the last lane is done.
 */
export class HostedRace {
  private constructor(
    readonly spec: RaceSpec,
    private readonly groups: readonly Group[],
    private steps: number,
    private specs = spec.lanes,
  ) {}

  /**
   * Opens the lanes in these hosts, in as many as there are lanes for. The last host is the one in this worker: calls go
   * to the others first, so that they work while this worker computes. Throws if a host cannot open its lanes, or would
   * compute them with other kernels.
   */
  static async open(
    hosts: readonly LaneCalls[],
    config: ModelConfig,
    spec: RaceSpec,
    from: RaceSnapshot | null,
  ): Promise<HostedRace> {
    const spread = spreadLanes(spec.lanes, hosts.length, config);
    const used = hosts.slice(hosts.length - spread.length);
    const opening = used.map((host, i) => {
      const lanes = spread[i]!;
      return host.open(specOf(spec, lanes), from && snapshotOf(from, lanes));
    });
    // If one fails, wait for the others, so that the caller can close them all.
    await Promise.allSettled(opening);
    const opened = await Promise.all(opening);
    if (new Set(opened.map(({ fused }) => fused)).size > 1) throw new Error("workers have different kernels");
    const groups = opened.map(({ counts, stopped }, i) => {
      return { host: used[i]!, lanes: spread[i]!, counts, stopped };
    });
    return new HostedRace(spec, groups, from?.step ?? 0);
  }

  /** Steps taken; all lanes that have not stopped have taken as many. */
  get step(): number {
    return this.steps;
  }

  get finished(): boolean {
    return this.steps >= this.spec.steps;
  }

  /** The lanes of each host: hosts work at the same time, the lanes of one after each other. */
  get lanesByHost(): readonly (readonly number[])[] {
    return this.groups.map(({ lanes }) => lanes);
  }

  /** As in Race. */
  stopped(lane: number): Stopped | null {
    const { group, own } = this.find(lane);
    return group.stopped[own] ?? null;
  }

  counts(lane: number): OpenedLanes["counts"][number] {
    const { group, own } = this.find(lane);
    return group.counts[own]!;
  }

  /** As in Race. It reaches the host of the lane before the next step: calls keep their order. */
  setLearningRate(lane: number, learningRate: number): LaneSpec {
    const changed = withRate(this.specs[lane]!, this.finished ? 0 : this.steps, learningRate);
    this.specs = this.specs.map((spec, i) => (i === lane ? changed : spec));
    const { group, own } = this.find(lane);
    // If the worker has died, the next step finds out.
    group.host.setLearningRate(own, learningRate).catch(() => {});
    return changed;
  }

  /** One step of every lane that has not stopped. Rejects with LanesLostError where a host is gone. */
  async advance(): Promise<void> {
    this.steps++;
    await Promise.all(this.groups.map(async ({ host }) => unwrap(await host.advance())));
  }

  /** Losses of all steps since the last call. */
  async readLosses(): Promise<LanesReport["losses"][number][]> {
    const reports = this.groups.map(async (group) => {
      const { losses, stopped } = await group.host.readLosses();
      group.stopped = stopped;
      return losses.map((one) => ({ ...one, lane: group.lanes[one.lane]! }));
    });
    return (await Promise.all(reports)).flat();
  }

  /** As in Race; lane −1 is the base. */
  async evaluate(lane: number, detail: boolean, items?: number): Promise<RaceEvaluation> {
    const { group, own } = this.find(lane);
    const { evaluation, stopped } = unwrap(await group.host.evaluate(own, detail, items));
    group.stopped = stopped;
    return evaluation;
  }

  /** Answers of the base (first) and of every lane. Throws for an input that cannot be asked. */
  async ask(input: string): Promise<GivenAnswer[]> {
    // All are asked at once, so that they answer from the same step.
    const all = await Promise.all(this.groups.map(async ({ host }) => unwrap(await host.ask(input))));
    const answers = [all[0]![0]!];
    all.forEach(([, ...own], i) => {
      own.forEach((answer, lane) => {
        answers[this.groups[i]!.lanes[lane]! + 1] = answer;
      });
    });
    return answers;
  }

  /** As in Race; lane −1 is the base. */
  async examine(lane: number, question: LaneQuestion): Promise<LaneFinding> {
    const { group, own } = this.find(lane);
    return unwrap(await group.host.examine(own, question));
  }

  async save(lane: number): Promise<Uint8Array> {
    const { group, own } = this.find(lane);
    return unwrap(await group.host.save(own));
  }

  async load(lane: number, file: Uint8Array): Promise<void> {
    const { group, own } = this.find(lane);
    unwrap(await group.host.load(own, file));
  }

  /** The whole state of the race between two steps. */
  async snapshot(): Promise<RaceSnapshot> {
    const all = await Promise.all(this.groups.map(({ host }) => host.snapshot()));
    const lanes = this.specs.map((_, lane) => {
      const { group, own } = this.find(lane);
      return all[this.groups.indexOf(group)]!.lanes[own]!;
    });
    return { step: this.steps, lanes };
  }

  dispose(): void {
    for (const { host } of this.groups) host.close().catch(() => {});
  }

  /** The group a lane belongs to, and its place there. Every host has the base; the one in this worker answers for it. */
  private find(lane: number): { readonly group: Group; readonly own: number } {
    if (lane < 0) return { group: this.groups.at(-1)!, own: lane };
    const group = this.groups.find(({ lanes }) => lanes.includes(lane));
    if (!group) throw new Error(`there is no lane ${lane}`);
    return { group, own: group.lanes.indexOf(lane) };
  }
}

function specOf(spec: RaceSpec, lanes: readonly number[]): RaceSpec {
  return { ...spec, lanes: lanes.map((lane) => spec.lanes[lane]!) };
}

function snapshotOf({ step, lanes: all }: RaceSnapshot, lanes: readonly number[]): RaceSnapshot {
  return { step, lanes: lanes.map((lane) => all[lane]!) };
}
