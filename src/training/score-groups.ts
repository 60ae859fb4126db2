import type { Subject } from "../model/subject";
import type { LoadedTask } from "../tasks/task";
import { measure } from "./evaluate";

/** The share of right answers to each group of questions, 0 to 1, by the group's id. */
export type GroupScores = Readonly<Record<string, number>>;

/** Scores some groups of a task, or all of them; null where the task has none. */
export async function scoreGroups(
  subject: Subject,
  task: LoadedTask,
  ids?: readonly string[],
): Promise<GroupScores | null> {
  if (!task.groups) return null;
  const scores: Record<string, number> = {};
  for (const { id, items } of task.groups) {
    if (ids && !ids.includes(id)) continue;
    const { exact } = await measure(
      subject,
      items.map((item) => task.encode(item)),
    );
    scores[id] = exact;
  }
  return scores;
}
