import type { RaceSnapshot } from "../training/race";
import type { RaceSpec } from "../training/race-spec";

/** A race as plain data: what was asked for, with the rate changes made since, and how far it is. */
export interface RaceState {
  readonly spec: RaceSpec;
  /** null: at its start. */
  readonly race: RaceSnapshot | null;
}
