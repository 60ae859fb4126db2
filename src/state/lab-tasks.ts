import type { TaskId } from "../tasks/index";

/** The tasks that can be asked in the prompt lab: those of the readers. The first is asked where nothing else is said. */
export const labTasks = ["thing-label", "chain", "sum"] as const satisfies readonly TaskId[];
export type LabTask = (typeof labTasks)[number];

/** The task as one of the lab; the first one for a task that the lab cannot show. */
export function labTaskOf(id: TaskId): LabTask {
  return labTasks.find((one) => one === id) ?? labTasks[0];
}
