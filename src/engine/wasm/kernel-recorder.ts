import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { sizeOf } from "../../lib/shape";
import type { LossAndGradients, Recorder, Recording } from "../recording";
import { tally } from "../tally";
import { Arena } from "./arena";
import type { Kernels } from "./kernels";

type Call = () => void;

/** What the backend calls of its module, which has no types. */
interface Module {
  _malloc: (bytes: number) => number;
  _free: (address: number) => void;
  /** All memory; another array once it has grown. */
  readonly HEAPU8: Uint8Array;
}

/**
 * Records which of our kernels a computation calls, on which addresses, so that it can be done again without
 * TensorFlow.js: no tape, no tensors, no memory to find. What is made while recording lies in an arena and is there
 * again at a replay. A computation that uses a kernel of TensorFlow.js's own cannot be repeated.
 */
export class KernelRecorder {
  private readonly arena: Arena;
  /** What was called so far; null while nothing is recorded. */
  private calls: Call[] | null = null;
  private foreign = false;
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
      this.foreign = true;
      move(...given);
    };
  }

  /** The same kernels, whose calls are noted while something is recorded. */
  watched(kernels: Kernels): Kernels {
    const watch = (kernel: (...given: number[]) => unknown) => {
      return (...given: number[]): unknown => {
        this.calls?.push(() => kernel(...given));
        return kernel(...given);
      };
    };
    return Object.fromEntries(
      Object.entries(kernels).map(([name, kernel]) => [name, watch(kernel)]),
    ) as unknown as Kernels;
  }

  /** Memory for what a kernel gives. */
  make(shape: readonly number[], type: "float32" | "int32" = "float32"): tf.TensorInfo {
    const address = this.calls ? this.arena.take(4 * sizeOf(shape)) : undefined;
    return this.backend.makeOutput([...shape], type, address);
  }

  readonly record: Recorder = (inputs, compute) => {
    const before = new Set(this.arena.inUse);
    const calls: Call[] = [];
    const { flops } = tally;
    this.calls = calls;
    this.foreign = false;
    const places = inputs.map((input) => this.placeFor(input));
    let found: LossAndGradients;
    try {
      found = tf.tidy(() => compute(places));
    } finally {
      this.calls = null;
    }
    const results = [...places, found.loss, ...Object.values(found.gradients)];
    const known = new Set([...before, ...results.map((tensor) => this.at(tensor))]);
    const somethingElseIsKept = [...this.arena.inUse].some((address) => !known.has(address));
    if (this.foreign || somethingElseIsKept) return { ...found, recording: null };
    for (const tensor of results) tf.keep(tensor);
    const recording = this.recordingOf(places, found, calls, tally.flops - flops);
    return { loss: this.own(found.loss), gradients: found.gradients, recording };
  };

  private recordingOf(
    places: readonly tf.Tensor[],
    { loss, gradients }: LossAndGradients,
    calls: readonly Call[],
    flops: number,
  ): Recording {
    this.recordings++;
    return {
      replay: (inputs) => {
        inputs.forEach((input, i) => {
          this.copy(input, places[i]!);
        });
        for (const call of calls) call();
        tally.flops += flops;
        return { loss: this.own(loss), gradients };
      },
      dispose: () => {
        tf.dispose([...places, loss, ...Object.values(gradients)]);
        this.recordings--;
        if (this.recordings === 0) this.arena.trim();
      },
    };
  }

  private at({ dataId }: tf.TensorInfo): number {
    return this.backend.getMemoryOffset(dataId);
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
