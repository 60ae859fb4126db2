import { wrap } from "comlink";
import type { GivenAnswer } from "../training/evaluate";
import type { Result } from "./api";
import type { LaneHost, LaneLink } from "./lane-host";

/** Starts a worker that trains lanes. Calls to one that has died or could not be started are rejected, never left open. */
export function connectLanes(): LaneLink {
  const worker = new Worker(new URL("./lane-worker.ts", import.meta.url), { type: "module", name: "lanes" });
  const remote = wrap<LaneHost>(worker);
  const waiting = new Set<(reason: Error) => void>();
  let dead: Error | null = null;
  const die = (reason: string): void => {
    dead = new Error(reason);
    worker.terminate();
    for (const reject of waiting) reject(dead);
  };
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    die(event.message || "a worker for lanes could not be started");
  });
  worker.addEventListener("messageerror", () => die("a message of a worker for lanes could not be read"));
  const alive = <T>(call: PromiseLike<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead);
      waiting.add(reject);
      call.then(resolve, reject);
      call.then(
        () => waiting.delete(reject),
        () => waiting.delete(reject),
      );
    });
  return {
    open: (spec) => alive(remote.open(spec)),
    close: () => alive(remote.close()),
    advance: () => alive(remote.advance()),
    readLosses: () => alive(remote.readLosses()),
    evaluate: (lane, detail) => alive(remote.evaluate(lane, detail)),
    setLearningRate: (lane, rate) => alive(remote.setLearningRate(lane, rate)),
    ask: (input) => alive<Result<GivenAnswer[]>>(remote.ask(input)),
    save: (lane) => alive<Result<Uint8Array>>(remote.save(lane)),
    load: (lane, file) => alive<Result<void>>(remote.load(lane, file)),
    end: () => die("the worker was ended"),
  };
}
