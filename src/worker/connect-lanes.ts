import { wrap } from "comlink";
import { watchWorker } from "../lib/watch-worker";
import { type LaneHost, type LaneLink, LanesLostError } from "./lane-host";

/** Starts a worker that trains lanes. Calls to one that has died or could not be started are rejected with LanesLostError, never left open. */
export function connectLanes(): LaneLink {
  const worker = new Worker(new URL("./lane-worker.ts", import.meta.url), { type: "module", name: "lanes" });
  const remote = wrap<LaneHost>(worker);
  const { alive, end } = watchWorker(worker, (reason) => new LanesLostError(reason));
  return {
    open: (spec, from) => alive(remote.open(spec, from)),
    close: () => alive(remote.close()),
    advance: () => alive(remote.advance()),
    readLosses: () => alive(remote.readLosses()),
    evaluate: (lane, detail, items) => alive(remote.evaluate(lane, detail, items)),
    setLearningRate: (lane, rate) => alive(remote.setLearningRate(lane, rate)),
    snapshot: () => alive(remote.snapshot()),
    ask: (input) => alive(remote.ask(input)),
    examine: (lane, question) => alive(remote.examine(lane, question)),
    save: (lane) => alive(remote.save(lane)),
    load: (lane, file) => alive(remote.load(lane, file)),
    end: () => end("the worker was ended"),
  };
}
