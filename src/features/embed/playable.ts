import type { StoreApi } from "zustand";
import type { LoopProgress } from "../../state/loop-progress";

/** What a frame plays: a race or a prompt experiment. */
export interface Playable extends Pick<LoopProgress, "phase"> {
  play(): void;
  pause(): void;
  reset(): Promise<void>;
  attend(): () => void;
}

/** The store of one. */
export type PlayableStore<P extends Playable> = Pick<StoreApi<P>, "getState" | "subscribe">;
