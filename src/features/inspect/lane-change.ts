import type { WeightChange } from "../../training/weight-change";
import type { LaneLook } from "../playground/use-lanes";

/** What a lane has changed in one matrix of the base. */
export interface LaneChange {
  readonly look: LaneLook;
  readonly change: WeightChange;
}
