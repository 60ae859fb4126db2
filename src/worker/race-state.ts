import type { RaceSnapshot } from "../training/race";
import type { RaceSpec } from "../training/race-spec";

/** A race as plain data: its spec with the rate changes made so far, and its progress. */
export interface RaceState {
  readonly spec: RaceSpec;
  /** null: at its start. */
  readonly race: RaceSnapshot | null;
}
