import type { Materials } from "../training/materials";
import { Race } from "../training/race";
import type { RaceSpec } from "../training/race-spec";
import type { ChosenEngine } from "./choose-backend";
import type { LaneCalls } from "./lane-host";
import { SpreadRace } from "./spread-race";

/** Further workers for lanes, started when they are first needed and kept for the next race. */
export class LanePool {
  private readonly hosts: LaneCalls[] = [];

  /** `cores`: processors of the machine; one of them is left to the page. */
  constructor(
    private readonly connect: (() => LaneCalls) | undefined,
    private readonly cores: number,
  ) {}

  /** Hosts beside the worker that asks, for so many lanes; `workers`: how many work in all, null for what is best here. */
  take(lanes: number, workers: number | null): readonly LaneCalls[] {
    const { connect } = this;
    if (!connect) return [];
    const wanted = Math.min(workers ?? Math.max(1, this.cores - 1), lanes) - 1;
    while (this.hosts.length < wanted) this.hosts.push(connect());
    return this.hosts.slice(0, Math.max(0, wanted));
  }
}

/** A race as it is run: in one worker or in several. */
export type RunningRace = Race | SpreadRace;

/** Makes a race in this worker and the hosts, or, where those cannot be had, in this worker alone. */
export async function makeRace(
  { engine, choice }: ChosenEngine,
  materials: Materials,
  spec: RaceSpec,
  hosts: readonly LaneCalls[],
): Promise<{ race: RunningRace; workers: number }> {
  // A GPU is one for all workers.
  if (hosts.length > 0 && choice.name === "wasm") {
    try {
      const race = await SpreadRace.open(engine, materials, spec, hosts);
      return { race, workers: race.groups.length };
    } catch (error) {
      console.warn("The lanes cannot be spread over workers here; one trains them all.", error);
    }
  }
  return { race: new Race(engine, materials, spec), workers: 1 };
}
