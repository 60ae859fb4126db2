import type { Engine } from "../engine/engine";
import type { GivenAnswer } from "../training/evaluate";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { Materials } from "../training/materials";
import { Race, type RaceEvaluation } from "../training/race";
import { type LaneSpec, type RaceSpec, withRate } from "../training/race-spec";
import { unwrap } from "./failures";
import type { LaneCalls, LanesReport, OpenedLanes } from "./lane-host";
import { spreadLanes } from "./spread-lanes";

/** Lanes in another worker: which of the race's lanes they are, and what is known of them here. */
interface Away {
  readonly host: LaneCalls;
  readonly lanes: readonly number[];
  readonly counts: OpenedLanes["counts"];
  stoppedAt: readonly (number | null)[];
}

/**
 * A race whose lanes are spread over workers, the first group in this one. All take the same steps on the same batches,
 * which come from the seed and the step alone; a step is over when the last of them is done.
 */
export class SpreadRace {
  private constructor(
    /** Lanes by worker, the first here. */
    readonly groups: readonly (readonly number[])[],
    private readonly here: Race,
    private readonly away: readonly Away[],
    private specs: readonly LaneSpec[],
  ) {}

  /**
   * Opens the race in this worker and as many of the hosts as it has lanes for. Throws if one of them cannot open its
   * lanes, or would compute them with other kernels than this worker.
   */
  static async open(
    engine: Engine,
    materials: Materials,
    spec: RaceSpec,
    hosts: readonly LaneCalls[],
  ): Promise<SpreadRace> {
    const groups = spreadLanes(spec.lanes, hosts.length + 1, materials.base.config);
    const part = (lanes: readonly number[]): RaceSpec => ({
      ...spec,
      lanes: lanes.map((lane) => spec.lanes[lane]!),
    });
    const away = await Promise.all(
      groups.slice(1).map(async (lanes, i): Promise<Away> => {
        const host = hosts[i]!;
        const { counts, fused } = await host.open(part(lanes));
        if (fused !== engine.fused) throw new Error("a worker for lanes has other kernels");
        return { host, lanes, counts, stoppedAt: lanes.map(() => null) };
      }),
    );
    return new SpreadRace(groups, new Race(engine, materials, part(groups[0]!)), away, spec.lanes);
  }

  get step(): number {
    return this.here.step;
  }

  get finished(): boolean {
    return this.here.finished;
  }

  stoppedAt(lane: number): number | null {
    return this.at(
      lane,
      (own) => this.here.stoppedAt(own),
      (away, own) => away.stoppedAt[own] ?? null,
    );
  }

  counts(lane: number): OpenedLanes["counts"][number] {
    return this.at(
      lane,
      (own) => this.here.counts(own),
      (away, own) => away.counts[own]!,
    );
  }

  /** As in Race. The worker that trains the lane hears of it before its next step: messages keep their order. */
  setLearningRate(lane: number, learningRate: number): LaneSpec {
    const changed = withRate(this.specs[lane]!, this.finished ? 0 : this.step, learningRate);
    this.specs = this.specs.map((spec, i) => (i === lane ? changed : spec));
    this.at(
      lane,
      (own) => void this.here.setLearningRate(own, learningRate),
      // A worker that has died says so at the next step.
      (away, own) => void away.host.setLearningRate(own, learningRate).catch(() => {}),
    );
    return changed;
  }

  /** One step of every lane that has not stopped. */
  async advance(): Promise<void> {
    const others = Promise.all(this.away.map(({ host }) => host.advance()));
    // A failure here must not leave theirs without a listener.
    others.catch(() => {});
    await this.here.advance();
    await others;
  }

  /** Losses of all steps since the last call, by the race's own count of lanes. */
  async readLosses(): Promise<LanesReport["losses"][number][]> {
    const others = this.away.map(async (away) => {
      const { losses, stoppedAt } = await away.host.readLosses();
      away.stoppedAt = stoppedAt;
      return losses;
    });
    const all = await Promise.all([this.here.readLosses(), ...others]);
    return all.flatMap((group, i) =>
      group.map((losses) => ({ ...losses, lane: this.groups[i]![losses.lane]! })),
    );
  }

  /** As in Race; lane −1 is the base. */
  evaluate(lane: number, detail: boolean): Promise<RaceEvaluation> {
    if (lane < 0) return this.here.evaluate(lane, detail);
    return this.at(
      lane,
      (own) => this.here.evaluate(own, detail),
      async (away, own) => {
        const { evaluation, stoppedAt } = await away.host.evaluate(own, detail);
        away.stoppedAt = stoppedAt;
        return evaluation;
      },
    );
  }

  /** Answers of the base (first) and of every lane. Throws InputError for an input that cannot be asked. */
  async ask(input: string): Promise<GivenAnswer[]> {
    // All are asked at once, so that they answer from the same step.
    const others = this.away.map(async ({ host }) => unwrap(await host.ask(input)));
    const all = await Promise.all([this.here.ask(input), ...others]);
    const answers = [all[0]![0]!];
    all.forEach(([, ...own], i) => {
      own.forEach((answer, lane) => {
        answers[this.groups[i]![lane]! + 1] = answer;
      });
    });
    return answers;
  }

  /** As in Race; lane −1 is the base. */
  examine(lane: number, question: LaneQuestion): Promise<LaneFinding> {
    if (lane < 0) return this.here.examine(lane, question);
    return this.at(
      lane,
      (own) => this.here.examine(own, question),
      async ({ host }, own) => unwrap(await host.examine(own, question)),
    );
  }

  save(lane: number): Promise<Uint8Array> {
    return this.at(
      lane,
      (own) => this.here.save(own),
      async ({ host }, own) => unwrap(await host.save(own)),
    );
  }

  load(lane: number, file: Uint8Array): Promise<void> {
    return this.at(
      lane,
      (own) => this.here.load(own, file),
      async ({ host }, own) => unwrap(await host.load(own, file)),
    );
  }

  dispose(): void {
    this.here.dispose();
    for (const { host } of this.away) void host.close().catch(() => {});
  }

  /** Does something with a lane where it is trained. */
  private at<T>(lane: number, here: (own: number) => T, elsewhere: (away: Away, own: number) => T): T {
    const group = this.groups.findIndex((lanes) => lanes.includes(lane));
    const own = this.groups[group]?.indexOf(lane) ?? -1;
    return group === 0 ? here(own) : elsewhere(this.away[group - 1]!, own);
  }
}
