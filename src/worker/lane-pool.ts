import type { Materials } from "../training/materials";
import { Race } from "../training/race";
import type { ChosenEngine } from "./choose-backend";
import { HostedRace } from "./hosted-race";
import { LaneHost, type LaneLink } from "./lane-host";
import type { RaceState } from "./race-state";

const usualIdleMs = 10_000;

/** More workers for lanes. They are started when needed, and ended when they have had no lanes for a while. */
export class LanePool {
  private links: LaneLink[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `connect` starts one more worker; left out where that is impossible. `cores`: processors that may be used now. */
  constructor(
    private readonly connect: (() => LaneLink) | undefined,
    private readonly cores: () => Promise<number> = async () => 1,
    private readonly idleMs = usualIdleMs,
  ) {}

  /** How many workers, this one counted, share so many lanes; `wanted`: at most, null for one less than processors. */
  async workersFor(lanes: number, wanted: number | null): Promise<number> {
    return this.connect ? Math.max(1, Math.min(wanted ?? (await this.cores()) - 1, lanes)) : 1;
  }

  /**
   * Makes a race in this worker and others, or, where those cannot be had, in this worker alone. All workers would share
   * one GPU, so there the race stays in this one. Workers that it does not need are ended after a while.
   */
  async open(
    { engine, choice }: ChosenEngine,
    materials: Materials,
    { spec, race: from }: RaceState,
    wanted: number | null,
  ): Promise<{ readonly race: HostedRace; readonly workers: number }> {
    const { config } = materials.base;
    const here = new LaneHost(async (lanes) => {
      return { race: new Race(engine, materials, lanes), fused: engine.fused };
    });
    const workers = choice.name === "wasm" ? await this.workersFor(spec.lanes.length, wanted) : 1;
    if (workers > 1) {
      try {
        const race = await HostedRace.open([...this.take(workers - 1), here], config, spec, from);
        this.release(workers - 1);
        return { race, workers };
      } catch (error) {
        console.warn("The lanes cannot be spread over workers here; one trains them all.", error);
        this.end(0);
      }
    }
    this.release(0);
    return { race: await HostedRace.open([here], config, spec, from), workers: 1 };
  }

  /** Keeps so many workers; the others are ended unless a race needs them soon. */
  release(needed: number): void {
    clearTimeout(this.timer);
    if (this.links.length > needed) this.timer = setTimeout(() => this.end(needed), this.idleMs);
  }

  /** Ends all workers at once. */
  endAll(): void {
    clearTimeout(this.timer);
    this.end(0);
  }

  private take(count: number): readonly LaneLink[] {
    clearTimeout(this.timer);
    while (this.connect && this.links.length < count) this.links.push(this.connect());
    return this.links.slice(0, count);
  }

  private end(needed: number): void {
    for (const link of this.links.splice(needed)) link.end();
  }
}
