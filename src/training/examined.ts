import type { Subject } from "../model/subject";
import type { Item, LoadedTask } from "../tasks/task";
import type { TrainingSession } from "./session";

/** A lane (session null: the base), its task and its held-out items. */
export interface Examined {
  readonly subject: Subject;
  readonly session: TrainingSession | null;
  readonly task: LoadedTask;
  readonly heldOut: readonly Item[];
  /** Steps of training taken. */
  readonly step: number;
}
