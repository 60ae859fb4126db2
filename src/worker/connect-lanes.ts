import { wrap } from "comlink";
import type { LaneCalls, LaneHost } from "./lane-host";

/** Starts a worker that trains lanes. Calls to one that has died or could not be started are rejected, never left open. */
export function connectLanes(): LaneCalls {
  const worker = new Worker(new URL("./lane-worker.ts", import.meta.url), { type: "module", name: "lanes" });
  const remote = wrap<LaneHost>(worker);
  const death = new Promise<never>((_, reject) => {
    const die = (event: Event): void => {
      event.preventDefault();
      worker.terminate();
      reject(new Error((event as ErrorEvent).message || "a worker for lanes could not be started"));
    };
    worker.addEventListener("error", die);
    worker.addEventListener("messageerror", die);
  });
  death.catch(() => {});
  const alive = <T>(call: T): Promise<Awaited<T>> => Promise.race([call, death]);
  return {
    open: (spec) => alive(remote.open(spec)),
    close: () => alive(remote.close()),
    advance: () => alive(remote.advance()),
    evaluate: (lane, detail) => alive(remote.evaluate(lane, detail)),
    setLearningRate: (lane, rate) => alive(remote.setLearningRate(lane, rate)),
    ask: (input) => alive(remote.ask(input)),
    save: (lane) => alive(remote.save(lane)),
    load: (lane, file) => alive(remote.load(lane, file)),
  };
}
