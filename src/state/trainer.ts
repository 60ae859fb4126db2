import { proxy, type Remote, wrap } from "comlink";
import { watchWorker } from "../lib/watch-worker";
import type { Trainer, TrainerEvent, TrainerFailure } from "../worker/api";

/** The calls a store makes. */
export interface TrainerCalls extends Omit<Trainer, "listen" | "park" | "resume"> {
  /** Call when a page shows this store's race. `isOpen`: resumes the race if it was parked. Returns a function to call when the page is left. */
  attend(isOpen: boolean): () => void;
}

/** Connects a store to a trainer. After `onCrash` that one is dead: connect again. */
export type Connect = (
  onEvents: (events: readonly TrainerEvent[]) => void,
  onCrash: (detail: string) => void,
) => TrainerCalls;

/** A trainer in a worker, and how that worker is ended. */
export interface TrainerLink extends Trainer {
  end(): void;
}

/** A call to a worker that has died: the crash itself was reported already. */
export class TrainerGone extends Error {
  override name = "TrainerGone";
}

/** The failure of a rejected call. */
export function report(error: unknown): TrainerFailure {
  return { kind: "engine", detail: error instanceof Error ? error.message : String(error) };
}

/** The answer where there is no worker to ask; none is started for it. */
export const notConnected = { ok: false, failure: { kind: "engine", detail: "no worker" } } as const;

/** Starts the training worker. Calls in flight when it dies are rejected with TrainerGone, never left open. */
export function connectWorker(onCrash: (detail: string) => void): TrainerLink {
  const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), {
    type: "module",
    name: "trainer",
  });
  const remote: Remote<Trainer> = wrap<Trainer>(worker);
  let isEnded = false;
  const died = (detail: string): void => {
    if (!isEnded) onCrash(detail);
  };
  const { alive, end } = watchWorker(worker, (reason) => new TrainerGone(reason), died);
  return {
    listen: (listener) => alive(remote.listen(proxy(listener))),
    open: (spec, backend, workers) => alive(remote.open(spec, backend, workers)),
    openPrompt: (spec, backend) => alive(remote.openPrompt(spec, backend)),
    openPictures: (spec, backend) => alive(remote.openPictures(spec, backend)),
    draw: (request) => alive(remote.draw(request)),
    look: (question) => alive(remote.look(question)),
    park: () => alive(remote.park()),
    resume: (parked) => alive(remote.resume(parked)),
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
    end: () => {
      isEnded = true;
      end("the worker was ended");
    },
  };
}
