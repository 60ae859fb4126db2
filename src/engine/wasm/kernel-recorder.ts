import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { sizeOf } from "../../lib/shape";
import { counters } from "../counters";
import type { Computation, Inputs, LossAndGradients, Recorded, Recorder, Recording } from "../recording";
import { Arena } from "./arena";
import type { Kernels } from "./kernels";
import { moduleOf, type WasmModule } from "./private-parts";

type Call = () => void;

/** What has been noted so far of a computation that is being recorded. */
interface Notes {
  readonly calls: Call[];
  readonly made: tf.TensorInfo[];
  /** Addresses of the tensors that it reads and that existed before. */
  readonly read: Map<object, number>;
  /** The first operation of TensorFlow.js that made a tensor outside the arena, or null. */
  foreign: string | null;
}

/**
 * Records which of our kernels a computation calls, and on which addresses, so that it can be repeated without
 * TensorFlow.js: no tape, no tensors, no memory to allocate. The tensors made while recording are in an arena, at the
 * same addresses at every replay. A computation that uses a stock kernel of TensorFlow.js cannot be replayed: the
 * recorder does not see what that kernel calls.
 */
export class KernelRecorder {
  private readonly arena: Arena;
  /** Null while nothing is being recorded. */
  private noted: Notes | null = null;
  private recordings = 0;

  private readonly module: WasmModule;

  constructor(private readonly backend: BackendWasm) {
    const module = moduleOf(backend);
    this.module = module;
    // The first call of each replaces the function itself; it must be over before ours is put in its place.
    module._free(module._malloc(4));
    const free = module._free;
    this.arena = new Arena((bytes) => module._malloc(bytes) >>> 0, free);
    // The arena keeps its memory when TensorFlow.js disposes a tensor in it.
    module._free = (address) => {
      if (!this.arena.giveBack(address)) free(address);
    };
    // TensorFlow.js calls it for every tensor that `make` did not make: by a stock kernel, or from JavaScript values.
    const move = backend.move.bind(backend);
    backend.move = (...given) => {
      if (this.noted) this.noted.foreign ??= currentOperation();
      move(...given);
    };
  }

  /** The same kernels; their calls are noted while something is being recorded. */
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

  /** Memory for the output of a kernel. */
  make(shape: readonly number[], type: "float32" | "int32" = "float32"): tf.TensorInfo {
    if (!this.noted) return this.backend.makeOutput([...shape], type);
    const made = this.backend.makeOutput([...shape], type, this.arena.take(4 * sizeOf(shape)));
    this.noted.made.push(made);
    return made;
  }

  readonly record: Recorder = <I extends Inputs>(inputs: I, compute: Computation<I>): Recorded => {
    if (this.noted) throw new Error("a computation is being recorded already");
    const noted: Notes = { calls: [], made: [], read: new Map(), foreign: null };
    const { flops } = counters;
    this.noted = noted;
    try {
      const places = Object.fromEntries(
        Object.entries(inputs).map(([name, input]) => [name, this.placeFor(input)]),
      ) as I;
      const found = tf.tidy(() => compute(places));
      this.noted = null;
      const results = [...Object.values(places), found.loss, ...Object.values(found.gradients)];
      const unrecorded = noted.foreign ?? (this.keepsMoreThan(results, noted) ? "keep" : null);
      if (unrecorded !== null) {
        this.moveOut(noted);
        return { ...found, recording: null, unrecorded };
      }
      for (const tensor of results) tf.keep(tensor);
      // The inputs are copied at every replay: those of this time may be disposed by then.
      for (const { dataId } of [...noted.made, ...Object.values(inputs)]) noted.read.delete(dataId);
      const recording = this.recordingOf(places, found, noted, counters.flops - flops);
      return { loss: this.copyOf(found.loss), gradients: found.gradients, recording, unrecorded };
    } catch (error) {
      this.noted = null;
      this.moveOut(noted);
      throw error;
    }
  };

  /** Whether the computation kept a tensor that is not one of its results. */
  private keepsMoreThan(results: readonly tf.Tensor[], { made }: Notes): boolean {
    const known = new Set<object>(results.map(({ dataId }) => dataId));
    return made.some(({ dataId }) => this.backend.refCount(dataId) > 0 && !known.has(dataId));
  }

  /** Moves the tensors that are still held out of the arena, where any replay may overwrite them. */
  private moveOut({ made }: Notes): void {
    for (const { dataId, shape } of made) {
      if (this.backend.refCount(dataId) === 0) continue;
      const data = this.backend.dataIdMap.get(dataId);
      const size = sizeOf(shape);
      const [from, to] = [data.memoryOffset, this.module._malloc(4 * size) >>> 0];
      this.module.HEAPU8.copyWithin(to, from, from + 4 * size);
      data.memoryOffset = to;
      // The stock kernels look the address up by the id, and registering a known id does not change its address.
      this.module.tfjs.disposeData(data.id);
      this.module.tfjs.registerTensor(data.id, size, to);
      this.arena.giveBack(from);
    }
    this.trimIfUnused();
  }

  private recordingOf(
    places: Inputs,
    { loss, gradients }: LossAndGradients,
    { calls, read }: Notes,
    flops: number,
  ): Recording {
    this.recordings++;
    return {
      isGood: () => [...read].every(([dataId, address]) => this.addressOf(dataId) === address),
      replay: (inputs) => {
        for (const [name, place] of Object.entries(places)) {
          const input = inputs[name];
          if (!input) throw new Error(`a replay needs the input "${name}"`);
          this.copy(input, place);
        }
        for (const call of calls) call();
        counters.flops += flops;
        return { loss: this.copyOf(loss), gradients };
      },
      dispose: () => {
        tf.dispose([...Object.values(places), loss, ...Object.values(gradients)]);
        this.recordings--;
        this.trimIfUnused();
      },
    };
  }

  /** The address of a tensor's values; null once it is disposed. */
  private addressOf(dataId: object): number | null {
    return this.backend.refCount(dataId) > 0 ? this.backend.getMemoryOffset(dataId) : null;
  }

  private trimIfUnused(): void {
    if (this.recordings === 0) this.arena.trim();
  }

  /** A copy of an input, at the address where the kernels will read the next one too. */
  private placeFor(input: tf.Tensor): tf.Tensor {
    const place = this.make(input.shape, input.dtype === "int32" ? "int32" : "float32");
    this.copy(input, place);
    return tf.engine().makeTensorFromTensorInfo(place, this.backend);
  }

  private copy(from: tf.Tensor, to: tf.TensorInfo): void {
    const start = this.at(from);
    this.module.HEAPU8.copyWithin(this.at(to), start, start + 4 * from.size);
  }

  /** A copy of the loss in new memory, which the caller may keep. */
  private copyOf(loss: tf.Scalar): tf.Scalar {
    const place = this.make([]);
    this.copy(loss, place);
    return tf.engine().makeTensorFromTensorInfo(place, this.backend) as tf.Scalar;
  }
}

/**
 * The TensorFlow.js operation that is running ("mul"), or "tensor" where a tensor is made from JavaScript values
 * outside of one.
 */
function currentOperation(): string {
  const scope: string = tf.engine().state.activeScope?.name ?? "";
  return scope.endsWith("__op") ? scope.slice(0, -"__op".length) : "tensor";
}
