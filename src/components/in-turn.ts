/** Safari has no requestIdleCallback; a moment later is the next best thing. */
const whenIdle: (task: () => void) => void =
  "requestIdleCallback" in globalThis
    ? (task) => void requestIdleCallback(task, { timeout: 1000 })
    : (task) => void setTimeout(task, 30);

const waiting = new Set<() => void>();
let isWaiting = false;

/** Runs the tasks in the order they came, each in another idle moment. Gives a way to take the task back. */
export function inTurn(task: () => void): () => void {
  waiting.add(task);
  if (!isWaiting) next();
  return () => waiting.delete(task);
}

function next(): void {
  isWaiting = true;
  whenIdle(() => {
    const [task] = waiting;
    isWaiting = task !== undefined;
    if (!task) return;
    waiting.delete(task);
    task();
    next();
  });
}
