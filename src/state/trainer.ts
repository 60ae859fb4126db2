import { proxy, type Remote, wrap } from "comlink";
import { watchWorker } from "../lib/watch-worker";
import type { Trainer, TrainerEvent, TrainerFailure } from "../worker/api";

/** The calls the page makes; `listen` is done by whoever connects. */
export type TrainerCalls = Omit<Trainer, "listen">;

/** Starts a trainer that reports to one listener. After `crashed` it is dead: connect anew. */
export type Connect = (
  hear: (events: readonly TrainerEvent[]) => void,
  crashed: (detail: string) => void,
) => TrainerCalls;

/** A call to a worker that has died: the crash itself was reported already. */
export class TrainerGone extends Error {
  override name = "TrainerGone";
}

/** What is said of a call that was rejected. */
export function report(error: unknown): TrainerFailure {
  return { kind: "engine", detail: error instanceof Error ? error.message : String(error) };
}

/** What is answered where no worker is there to ask; nothing is started for it. */
export const notConnected = { ok: false, failure: { kind: "engine", detail: "no worker" } } as const;

/** Starts the training worker. Calls in flight when it dies are rejected with TrainerGone, never left open. */
export const connectWorker: Connect = (hear, crashed) => {
  const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), {
    type: "module",
    name: "trainer",
  });
  const remote: Remote<Trainer> = wrap<Trainer>(worker);
  const { alive, end } = watchWorker(worker, (reason) => new TrainerGone(reason), crashed);
  alive(remote.listen(proxy(hear))).catch((error: unknown) => {
    if (!(error instanceof TrainerGone)) end(String(error));
  });
  return {
    open: (spec, backend, workers) => alive(remote.open(spec, backend, workers)),
    play: () => alive(remote.play()),
    pause: () => alive(remote.pause()),
    step: () => alive(remote.step()),
    reset: () => alive(remote.reset()),
    setLearningRate: (lane, rate) => alive(remote.setLearningRate(lane, rate)),
    ask: (input) => alive(remote.ask(input)),
    examine: (lane, question) => alive(remote.examine(lane, question)),
    save: (lane) => alive(remote.save(lane)),
    measure: (base, method, backend) => alive(remote.measure(base, method, backend)),
    load: (lane, file) => alive(remote.load(lane, file)),
  };
};
