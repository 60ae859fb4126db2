import { createRandom } from "../lib/random";
import type { TaskId } from "../tasks/index";
import { drawQuestion, type Order, writeQuestion } from "../tasks/reader/arithmetic";

/** The order of a question of a task: sums are free in it, all others are chains. */
export function orderOf(task: TaskId): Order {
  return task === "sum" ? "sum" : "chain";
}

/** Different questions of so many steps, in writing: the same ones each time. */
export function drawQuestions(task: TaskId, steps: number, count: number): readonly string[] {
  const random = createRandom(`bench/${task}`);
  return Array.from({ length: count }, () =>
    writeQuestion(drawQuestion(orderOf(task), steps, random)).join(" "),
  );
}
