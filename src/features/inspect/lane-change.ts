import type { LaneLook } from "../../race-view/use-lanes";
import type { WeightChange } from "../../training/weight-change";

/** What a lane has changed in one matrix of the base. */
export interface LaneChange {
  readonly look: LaneLook;
  readonly change: WeightChange;
}
