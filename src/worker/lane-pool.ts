import type { Materials } from "../training/materials";
import { Race } from "../training/race";
import type { RaceSpec } from "../training/race-spec";
import type { ChosenEngine } from "./choose-backend";
import type { LaneLink } from "./lane-host";
import { SpreadRace } from "./spread-race";

/** A race as it is run: in one worker or in several. */
export type RunningRace = Race | SpreadRace;

/** Further workers for lanes, started when they are first needed and kept for the next race. */
export class LanePool {
  private links: LaneLink[] = [];

  /** `connect` starts one more worker; none where there is no such thing. `cores`: processors of the machine. */
  constructor(
    private readonly connect: (() => LaneLink) | undefined,
    private readonly cores: number,
  ) {}

  /** How many workers, this one counted, share so many lanes; `wanted`: at most, null for one less than processors. */
  workersFor(lanes: number, wanted: number | null): number {
    return this.connect ? Math.max(1, Math.min(wanted ?? this.cores - 1, lanes)) : 1;
  }

  /**
   * Makes a race in this worker and others, or, where those cannot be had, in this worker alone. A GPU is one for all
   * workers, so there it stays in this one.
   */
  async makeRace(
    { engine, choice }: ChosenEngine,
    materials: Materials,
    spec: RaceSpec,
    wanted: number | null,
  ): Promise<{ race: RunningRace; workers: number }> {
    const workers = choice.name === "wasm" ? this.workersFor(spec.lanes.length, wanted) : 1;
    if (workers > 1) {
      try {
        const race = await SpreadRace.open(engine, materials, spec, this.take(workers - 1));
        return { race, workers };
      } catch (error) {
        console.warn("The lanes cannot be spread over workers here; one trains them all.", error);
        for (const link of this.links) link.end();
        this.links = [];
      }
    }
    return { race: new Race(engine, materials, spec), workers: 1 };
  }

  private take(count: number): readonly LaneLink[] {
    while (this.connect && this.links.length < count) this.links.push(this.connect());
    return this.links.slice(0, count);
  }
}
