/** Steps after which the lanes are evaluated: about forty times a race, every fifth time in detail, and at the end. */
export function evaluationSteps(steps: number): ReadonlyMap<number, "short" | "detailed"> {
  const every = Math.max(1, Math.round(steps / 40));
  const due = new Map<number, "short" | "detailed">();
  for (let step = every; step < steps; step += every)
    due.set(step, (step / every) % 5 === 0 ? "detailed" : "short");
  return due.set(steps, "detailed");
}

const channel = new MessageChannel();
let resume: (() => void) | undefined;
channel.port1.onmessage = () => resume?.();

/** Lets waiting messages in, then goes on. Unlike a timer it is not slowed down in a hidden tab. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    resume = resolve;
    channel.port2.postMessage(null);
  });
}
