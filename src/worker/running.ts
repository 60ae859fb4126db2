import type { Running } from "../experiments/kind";
import type { BackendChoice } from "./api";

/** An experiment under way in a worker, which says what it runs on. */
export interface HostedRunning<Info, State> extends Running<Info, State> {
  readonly backend: BackendChoice;
}
