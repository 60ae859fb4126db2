import { type ReactNode, startTransition, useEffect, useState } from "react";

export interface LaterProps {
  readonly children: ReactNode;
  /** Keeps about the room that the children will take. */
  readonly className: string | undefined;
}

/** Draws its children when the browser has nothing else to do, one `Later` after the other: what stands above answers meanwhile. */
export function Later({ children, className }: LaterProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => inTurn(() => startTransition(() => setDue(true))), []);
  return <div className={className}>{isDue && children}</div>;
}

/** Safari has no requestIdleCallback; a moment later is the next best thing. */
const whenIdle: (task: () => void) => void =
  "requestIdleCallback" in globalThis
    ? (task) => void requestIdleCallback(task, { timeout: 1000 })
    : (task) => void setTimeout(task, 30);

const waiting = new Set<() => void>();
let isWaiting = false;

/** Runs the tasks in the order they came, each in an idle moment of its own. Gives a way to take the task back. */
function inTurn(task: () => void): () => void {
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
