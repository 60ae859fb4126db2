import type { RaceSpec } from "../../training/race-spec";
import type { LessonLane } from "./use-lesson-lanes";

export interface PaneProps {
  readonly spec: RaceSpec;
  readonly lanes: readonly LessonLane[];
  readonly hidesRecorded: boolean;
}
