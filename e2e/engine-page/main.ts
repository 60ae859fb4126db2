import * as tf from "@tensorflow/tfjs-core";
import { counters, resetCounters } from "../../src/engine/counters";
import type { BackendName } from "../../src/engine/engine";
import { opKinds, opResults, worstDifference } from "../../src/engine/op-cases";
import { plainOps } from "../../src/engine/plain-ops";
import type { Setup } from "./contestant";
import { type Kind, type SeenContract, seeContract } from "./contract";
import { engineOf } from "./engines";
import { startOurs } from "./ours";
import { type SeenTexts, seeTexts } from "./texts";

/** What the specs and the benchmark ask of the engine outside the worker of the app. */
const enginePage = {
  /** Worst relative difference between a backend and plain JavaScript, by kind of operation, over so many samples. */
  async differences(
    backend: BackendName,
    samples: number,
  ): Promise<{ fused: boolean; worst: Record<string, number> }> {
    const { fused, ops } = await engineOf(backend);
    await engineOf("cpu");
    const worst: Record<string, number> = {};
    for (const kind of opKinds) {
      for (let sample = 0; sample < samples; sample++) {
        await tf.setBackend("cpu");
        const expected = await opResults(kind, sample, plainOps);
        await tf.setBackend(backend);
        const found = await opResults(kind, sample, ops);
        worst[`${kind} ${sample}`] = worstDifference(expected, found);
      }
    }
    return { fused, worst };
  },

  /** Programs that one training step starts on the GPU, once the first two have been taken. */
  async dispatches(setup: Setup, method: string): Promise<number> {
    const contestant = startOurs(await engineOf("webgpu"), setup, [method]);
    for (let step = 0; step < 2; step++) await contestant.step();
    resetCounters();
    await contestant.step();
    contestant.dispose();
    return counters.dispatches;
  },

  /** What a method does on a backend, and on plain JavaScript. */
  async contract(
    backend: BackendName,
    method: string,
    kind: Kind,
  ): Promise<{ expected: SeenContract; found: SeenContract }> {
    const expected = await seeContract(await engineOf("cpu"), method, kind);
    return { expected, found: await seeContract(await engineOf(backend), method, kind) };
  },

  /** What a model writes on a backend, and on plain JavaScript. */
  async texts(backend: BackendName): Promise<{ expected: SeenTexts; found: SeenTexts }> {
    const expected = await seeTexts(await engineOf("cpu"));
    return { expected, found: await seeTexts(await engineOf(backend)) };
  },

  /** Starts the worker that the benchmark measures in: training is timed where it runs in the app. */
  startBench(): void {
    new Worker(new URL("./bench-worker.ts", import.meta.url), { type: "module" });
  },
};

export type EnginePage = typeof enginePage;

Object.assign(window, { enginePage });
