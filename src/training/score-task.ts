import { mean } from "../lib/mean";
import type { Subject } from "../model/subject";
import type { Item } from "../tasks/task";
import { answerItems, measure } from "./evaluate";
import type { TaskMaterials } from "./materials";

/**
 * Loss of a model on items of the task, and its score: from one forward pass where that is exact, otherwise
 * from generated answers.
 */
export async function scoreTask(
  subject: Subject,
  { task, taskInfo }: TaskMaterials,
  items: readonly Item[],
): Promise<{ readonly loss: number; readonly score: number }> {
  const examples = items.map((item) => task.encode(item));
  const { loss, exact } = await measure(subject, examples);
  if (taskInfo.exact) return { loss, score: exact };
  return { loss, score: mean((await answerItems(subject, task, items)).map(({ score }) => score)) };
}
