import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { sizeOf } from "../../lib/shape";
import { counters } from "../counters";
import type { LossAndGradients, Recorder, Recording } from "../recording";
import { Arena } from "./arena";
import type { Kernels } from "./kernels";

type Call = () => void;

/** What was seen so far of a computation. */
interface Notes {
  readonly calls: Call[];
  readonly made: tf.TensorInfo[];
  /** Addresses of what is read that was there before. */
  readonly read: Map<object, number>;
  /** Whether something was made that is not ours. */
  foreign: boolean;
}

/** What the backend calls of its module, which has no types. */
interface Module {
  _malloc: (bytes: number) => number;
  _free: (address: number) => void;
  /** All memory; another array once it has grown. */
  readonly HEAPU8: Uint8Array;
  readonly tfjs: {
    registerTensor(id: number, size: number, address: number): void;
    disposeData(id: number): void;
  };
}

/**
 * Records which of our kernels a computation calls, on which addresses, so that it can be done again without
 * TensorFlow.js: no tape, no tensors, no memory to find. What is made while recording lies in an arena and is there
 * again at a replay. A computation that uses a kernel of TensorFlow.js's own cannot be repeated.
 */
export class KernelRecorder {
  private readonly arena: Arena;
  /** Null while nothing is recorded. */
  private noted: Notes | null = null;
  private recordings = 0;

  private readonly module: Module;

  constructor(private readonly backend: BackendWasm) {
    const module = backend.wasm as unknown as Module;
    this.module = module;
    // Both replace themselves when they are called for the first time, and would replace ours.
    module._free(module._malloc(4));
    const free = module._free;
    this.arena = new Arena((bytes) => module._malloc(bytes) >>> 0, free);
    // Memory of the arena stays when TensorFlow.js has no more use for a tensor in it.
    module._free = (address) => {
      if (!this.arena.giveBack(address)) free(address);
    };
    // Every tensor that is not made by `make` comes by here: of a stock kernel, or of numbers from JavaScript.
    const move = backend.move.bind(backend);
    backend.move = (...given) => {
      if (this.noted) this.noted.foreign = true;
      move(...given);
    };
  }

  /** The same kernels, whose calls are noted while something is recorded. */
  watched(kernels: Kernels): Kernels {
    const watch = (kernel: (...given: number[]) => unknown) => {
      return (...given: number[]): unknown => {
        this.noted?.calls.push(() => kernel(...given));
        return kernel(...given);
      };
    };
    return Object.fromEntries(
      Object.entries(kernels).map(([name, kernel]) => [name, watch(kernel)]),
    ) as unknown as Kernels;
  }

  /** Byte address of a tensor. */
  at({ dataId }: tf.TensorInfo): number {
    const address = this.backend.getMemoryOffset(dataId);
    this.noted?.read.set(dataId, address);
    return address;
  }

  /** Memory for what a kernel gives. */
  make(shape: readonly number[], type: "float32" | "int32" = "float32"): tf.TensorInfo {
    if (!this.noted) return this.backend.makeOutput([...shape], type);
    const made = this.backend.makeOutput([...shape], type, this.arena.take(4 * sizeOf(shape)));
    this.noted.made.push(made);
    return made;
  }

  readonly record: Recorder = (inputs, compute) => {
    if (this.noted) throw new Error("a computation is being recorded already");
    const noted: Notes = { calls: [], made: [], read: new Map(), foreign: false };
    const { flops } = counters;
    this.noted = noted;
    try {
      const places = inputs.map((input) => this.placeFor(input));
      const found = tf.tidy(() => compute(places));
      this.noted = null;
      const results = [...places, found.loss, ...Object.values(found.gradients)];
      if (noted.foreign || this.keepsMoreThan(results, noted)) {
        this.moveOut(noted);
        return { ...found, recording: null };
      }
      for (const tensor of results) tf.keep(tensor);
      for (const { dataId } of noted.made) noted.read.delete(dataId);
      const recording = this.recordingOf(places, found, noted, counters.flops - flops);
      return { loss: this.own(found.loss), gradients: found.gradients, recording };
    } catch (error) {
      this.noted = null;
      this.moveOut(noted);
      throw error;
    }
  };

  /** Whether something that was made is still held beside the results. */
  private keepsMoreThan(results: readonly tf.Tensor[], { made }: Notes): boolean {
    const known = new Set<object>(results.map(({ dataId }) => dataId));
    return made.some(({ dataId }) => this.backend.refCount(dataId) > 0 && !known.has(dataId));
  }

  /** Gives what was made and is still held memory outside the arena, where any replay may write. */
  private moveOut({ made }: Notes): void {
    for (const { dataId, shape } of made) {
      if (this.backend.refCount(dataId) === 0) continue;
      const data = this.backend.dataIdMap.get(dataId);
      const size = sizeOf(shape);
      const [from, to] = [data.memoryOffset, this.module._malloc(4 * size) >>> 0];
      this.module.HEAPU8.copyWithin(to, from, from + 4 * size);
      data.memoryOffset = to;
      // TensorFlow.js's own kernels look the place up by the id, and an id that is known keeps its place.
      this.module.tfjs.disposeData(data.id);
      this.module.tfjs.registerTensor(data.id, size, to);
      this.arena.giveBack(from);
    }
    this.trimIfUnused();
  }

  private recordingOf(
    places: readonly tf.Tensor[],
    { loss, gradients }: LossAndGradients,
    { calls, read }: Notes,
    flops: number,
  ): Recording {
    this.recordings++;
    return {
      isGood: () => [...read].every(([dataId, address]) => this.addressOf(dataId) === address),
      replay: (inputs) => {
        inputs.forEach((input, i) => {
          this.copy(input, places[i]!);
        });
        for (const call of calls) call();
        counters.flops += flops;
        return { loss: this.own(loss), gradients };
      },
      dispose: () => {
        tf.dispose([...places, loss, ...Object.values(gradients)]);
        this.recordings--;
        this.trimIfUnused();
      },
    };
  }

  /** Where a tensor's numbers lie; null once it is gone. */
  private addressOf(dataId: object): number | null {
    return this.backend.refCount(dataId) > 0 ? this.backend.getMemoryOffset(dataId) : null;
  }

  private trimIfUnused(): void {
    if (this.recordings === 0) this.arena.trim();
  }

  /** A copy of an input, where the kernels will find the next one. */
  private placeFor(input: tf.Tensor): tf.Tensor {
    const place = this.make(input.shape, input.dtype === "int32" ? "int32" : "float32");
    this.copy(input, place);
    return tf.engine().makeTensorFromTensorInfo(place, this.backend);
  }

  private copy(from: tf.Tensor, to: tf.TensorInfo): void {
    const start = this.at(from);
    this.module.HEAPU8.copyWithin(this.at(to), start, start + 4 * from.size);
  }

  /** The same number in memory of its own. */
  private own(loss: tf.Scalar): tf.Scalar {
    const place = this.make([]);
    this.copy(loss, place);
    return tf.engine().makeTensorFromTensorInfo(place, this.backend) as tf.Scalar;
  }
}
