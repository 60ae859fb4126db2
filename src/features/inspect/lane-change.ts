import type { LaneStyle } from "../../race-view/use-lane-styles";
import type { WeightChange } from "../../training/weight-change";

/** What a lane has changed in one matrix of the base. */
export interface LaneChange {
  readonly laneStyle: LaneStyle;
  readonly change: WeightChange;
}
