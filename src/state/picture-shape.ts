import type { DrawRequest, DrawResult } from "../experiments/picture/draw-request";
import type { PictureProgress } from "../experiments/picture/picture-progress";
import type { PictureSpec } from "../experiments/picture/picture-spec";
import type { Result } from "../worker/api";
import type { LoopProgress } from "./loop-progress";

/** A picture experiment of the page: what is asked for, and what is known of it. */
export interface PictureExperiment extends LoopProgress {
  readonly draft: PictureSpec;
  /** null until it is open. */
  readonly progress: PictureProgress | null;
  /** Another experiment; one that was open is opened again after a moment. */
  configure(spec: PictureSpec): void;
  /** Loads the base and makes the lanes; the first pictures follow. */
  open(): Promise<void>;
  play(): void;
  pause(): void;
  /** One step of every lane. */
  stepOnce(): void;
  /** Back to the start, at rest. */
  reset(): Promise<void>;
  /** Draws with the base that is open, its lanes as they are now, and saved adapters. Opens it first where it is not. */
  draw(request: DrawRequest): Promise<Result<DrawResult>>;
  /** The adapter of a lane as a file, to keep or to draw with later. */
  save(lane: number): Promise<Result<Uint8Array>>;
  /** A page shows the experiment, until the function it gets back is called. */
  attend(): () => void;
}
