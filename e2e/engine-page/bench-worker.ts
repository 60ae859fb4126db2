import * as tf from "@tensorflow/tfjs-core";
import { hardwareText } from "../../src/cli/backend-text";
import { type BackendName, isSoftwareAdapter, webGpuAdapter } from "../../src/engine/engine";
import type { MethodId } from "../../src/methods/index";
import type { ModelConfig } from "../../src/model/config";
import { spreadLanes } from "../../src/worker/spread-lanes";
import { adam, type Contestant, type Setup } from "./contestant";
import { engineOf, startStockWasm } from "./engines";
import { type Part, startOurs } from "./ours";
import { startStock } from "./stock";
import { startWriter } from "./writer";

/** Who enters, and with what. */
export type Entry = { readonly backend: "wasm" | "webgpu"; readonly setup: Setup } & (
  | { readonly by: "ours"; readonly methods: readonly string[]; readonly part?: Part }
  | { readonly by: "stock"; readonly method: string }
  | { readonly by: "jaxjs" }
  | { readonly by: "writer" }
);

/** What is known of a contestant before its turns: loss of the first step, dispatches to the GPU a step. */
export interface Entered {
  readonly number: number;
  readonly loss: number;
  readonly dispatches: number;
}

interface Place {
  readonly contestant: Contestant;
  /** Steps timed together, so that the clock of the browser is fine enough. */
  readonly group: number;
  /** Whether a step is short beside what the processor's caches hold: the first of a turn then pays for what was before. */
  readonly isShort: boolean;
}

/** A group lasts this long: the clock of a worker ticks every 0.1 ms. */
const groupMs = 15;
/** The engine of the browser makes code faster once it has run for a while. */
const warmUpMs = 200;
/** A longer step is hardly longer for what was in the caches before, and would be waited for. */
const shortMs = 500;
const places: (Place | undefined)[] = [];

let dispatches = 0;
if ("GPUComputePassEncoder" in globalThis) {
  const { prototype } = GPUComputePassEncoder;
  const original = prototype.dispatchWorkgroups;
  prototype.dispatchWorkgroups = function (this: GPUComputePassEncoder, ...size) {
    dispatches++;
    return original.apply(this, size);
  };
}

/** What scripts/bench.mjs calls. */
const benchFunctions = {
  /** Starts a backend and says what computes there. */
  async start(backend: BackendName): Promise<{ detail: string; fused: boolean; software: boolean }> {
    const { hardware, fused } = await engineOf(backend);
    const adapter = backend === "webgpu" ? await webGpuAdapter() : null;
    return {
      detail: hardwareText(hardware),
      fused,
      software: adapter !== null && isSoftwareAdapter(adapter),
    };
  },

  hasWebGpu: async (): Promise<boolean> => (await webGpuAdapter()) !== null,

  /** Which lanes the app would give to which of so many workers. */
  spread(methods: readonly MethodId[], workers: number, config: ModelConfig): string[][] {
    const lanes = methods.map((method) => ({ method, options: {}, learningRate: adam.rate }));
    return spreadLanes(lanes, workers, config).map((group) => group.map((lane) => methods[lane]!));
  },

  /** Makes a contestant and takes its first steps. */
  async enter(entry: Entry): Promise<Entered> {
    const contestant = await start(entry);
    const loss = await contestant.step();
    dispatches = 0;
    let one = await timed(contestant, 1);
    const perStep = dispatches;
    const end = performance.now() + warmUpMs;
    while (performance.now() < end) one = await timed(contestant, 1);
    const group = Math.max(1, Math.round(groupMs / Math.max(one, 0.1)));
    const isShort = one < shortMs;
    return { number: places.push({ contestant, group, isShort }) - 1, loss, dispatches: perStep };
  },

  /** Lets a contestant train for about so long. Milliseconds a step, one figure for each group of steps. */
  async turn(number: number, milliseconds: number): Promise<number[]> {
    const { contestant, group, isShort } = places[number]!;
    if (isShort) await contestant.step();
    const figures: number[] = [];
    const end = performance.now() + milliseconds;
    do figures.push(await timed(contestant, group));
    while (performance.now() < end);
    return figures;
  },

  leave(number: number): void {
    places[number]?.contestant.dispose();
    delete places[number];
  },

  /** Tensors and bytes that TensorFlow.js holds after each of these numbers of steps. */
  async memory(entry: Entry, steps: readonly number[]): Promise<{ tensors: number; bytes: number }[]> {
    const contestant = await start(entry);
    const found = [];
    for (let taken = 1; taken <= Math.max(...steps); taken++) {
      await contestant.step();
      if (steps.includes(taken)) {
        const { numTensors, numBytes } = tf.memory();
        found.push({ tensors: numTensors, bytes: numBytes });
      }
    }
    contestant.dispose();
    return found;
  },
};

export type Bench = typeof benchFunctions;

declare global {
  var bench: Bench;
}
globalThis.bench = benchFunctions;

async function start(entry: Entry): Promise<Contestant> {
  switch (entry.by) {
    case "ours":
      return startOurs(await engineOf(entry.backend), entry.setup, entry.methods, entry.part);
    case "stock":
      // On WebGPU our kernels have names of their own, and the settings of our engine serve both.
      await (entry.backend === "wasm" ? startStockWasm() : engineOf(entry.backend));
      return startStock(entry.setup, entry.method);
    case "jaxjs": {
      const { startJax } = await import("./jax");
      return startJax(entry.backend, entry.setup);
    }
    case "writer":
      return startWriter(await engineOf(entry.backend), entry.setup);
    default:
      throw new Error(`nobody is called ${entry satisfies never}`);
  }
}

/** Milliseconds a step, mean of a group of steps. */
async function timed(contestant: Contestant, steps: number): Promise<number> {
  const begin = performance.now();
  for (let i = 0; i < steps; i++) await contestant.step();
  return (performance.now() - begin) / steps;
}
