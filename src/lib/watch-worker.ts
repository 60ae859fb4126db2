/** A watched worker: its calls, and how to end it. */
export interface WatchedWorker {
  /** The call's answer; rejected if the worker is dead or dies before it comes. */
  alive<T>(call: T): Promise<Awaited<T>>;
  /** Ends the worker; calls in flight are rejected with this reason. */
  end(reason: string): void;
}

/**
 * Watches a worker whose calls are promises: if it dies or cannot be started, they would stay open for ever.
 * `gone` makes the error that they are rejected with; `died` is called when the worker dies.
 */
export function watchWorker(
  worker: Worker,
  gone: (reason: string) => Error,
  died: (reason: string) => void = () => {},
): WatchedWorker {
  const waiting = new Set<(reason: Error) => void>();
  let dead: Error | null = null;
  const end = (reason: string): void => {
    const error = gone(reason);
    dead = error;
    worker.terminate();
    for (const reject of waiting) reject(error);
    died(reason);
  };
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    end(event.message || "the worker could not be started");
  });
  worker.addEventListener("messageerror", () => end("a message of the worker could not be read"));
  return {
    alive: <T>(call: T) =>
      new Promise<Awaited<T>>((resolve, reject) => {
        if (dead) return reject(dead);
        waiting.add(reject);
        Promise.resolve(call)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
    end,
  };
}
