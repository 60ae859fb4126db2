import type { EngineFiles } from "../engine/engine";
import type { CheckpointSource } from "../training/load-base";
import type { chooseBackend, fallBack } from "./choose-backend";
import type { LaneLink } from "./lane-host";

/** Where a worker's files are. */
export interface Sources {
  readonly engine: EngineFiles;
  readonly checkpoints: CheckpointSource;
}

/** What the trainer needs from outside: files, more workers, and (for tests) how a backend is chosen and replaced. */
export interface TrainerSources extends Sources {
  /** Starts one more worker that can train lanes; left out where that is impossible. */
  readonly connectLanes?: () => LaneLink;
  /** How long a worker for lanes is kept when no lane needs it, in milliseconds; by default 10 s. */
  readonly laneIdleMs?: number;
  /** Processors that may be used now; by default 1. */
  readonly cores?: () => Promise<number>;
  readonly choose?: typeof chooseBackend;
  readonly replace?: typeof fallBack;
}
