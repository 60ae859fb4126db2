import type { LoadedTask } from "../tasks/task";

/** The number of items that are read: enough to find the common words. */
const sample = 256;

/**
 * Ids of the tokens that a task is answered with, the commonest first: the label words of a prompt. None for a task of
 * classes, whose answers are not tokens.
 */
export function commonAnswerTokens(task: LoadedTask): readonly number[] {
  if (task.classes.length > 0) return [];
  const seen = new Map<number, number>();
  for (const item of task.items("train").slice(0, sample)) {
    const { targets, weights } = task.encode(item);
    targets.forEach((target, t) => {
      if (weights[t] && target !== task.end) seen.set(target, (seen.get(target) ?? 0) + 1);
    });
  }
  return [...seen].sort(([a, m], [b, n]) => n - m || a - b).map(([token]) => token);
}
