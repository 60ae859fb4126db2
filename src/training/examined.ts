import type { Subject } from "../model/subject";
import type { Item, LoadedTask } from "../tasks/task";
import type { PreferenceSource } from "./preferences/preferences";
import type { TrainingSession } from "./session";

/** A lane (session null: the base), its task and its held-out items. */
export interface Examined {
  readonly subject: Subject;
  /** The base without any method. */
  readonly reference: Subject;
  /** Null for a race without any. */
  readonly preferences: PreferenceSource | null;
  readonly session: TrainingSession | null;
  readonly task: LoadedTask;
  readonly heldOut: readonly Item[];
  /** Steps of training taken. */
  readonly step: number;
}
