import { findBase } from "../bases/index";
import { readOption, writeOptions } from "../experiments/link-options";
import type { Report } from "../experiments/link-parts";
import { findTask, type TaskId } from "../tasks/index";
import type { TaskRef } from "../tasks/task";

/** "task=instructions", "task.tasks=8": the task that a lane names for itself; nothing where it has that of the race. */
export function writeLaneTask(task: TaskRef | undefined): readonly string[] {
  if (!task) return [];
  const options = writeOptions(findTask(task.id)?.options ?? {}, task.options ?? {});
  return [`task=${task.id}`, ...options.map((option) => `task.${option}`)];
}

/** Reads such settings one by one; what is wrong is reported and left out. */
export class LaneTaskReader {
  found: TaskRef<TaskId> | undefined;

  constructor(
    private readonly base: string,
    private readonly report: Report,
  ) {}

  isMeant(name: string): boolean {
    return name === "task" || name.startsWith("task.");
  }

  read(name: string, value: string, part: string): void {
    if (name === "task") this.found = this.taskOf(value, part);
    else {
      const option = name.slice("task.".length);
      const specs = findTask(this.found?.id ?? "")?.options ?? {};
      const read = readOption(specs, option, value, part, this.report);
      if (this.found && read !== undefined)
        this.found = { ...this.found, options: { ...this.found.options, [option]: read } };
    }
  }

  private taskOf(id: string, part: string): TaskRef<TaskId> | undefined {
    const task = findTask(id);
    if (!task) this.report(part, "unknown");
    else if (task.family !== findBase(this.base)?.family) this.report(part, "misfit", this.base);
    else return { id: task.id };
    return undefined;
  }
}
