import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import type { KernelRecorder } from "./kernel-recorder";

/** A place in memory and a way to make more: what a kernel sees of the backend. */
export interface Heap {
  /** Byte address of a tensor; 0 for none. */
  at(tensor: TensorInfo | undefined): number;
  make(shape: readonly number[]): TensorInfo;
  /** Counts one more who holds a tensor's memory. */
  share(tensor: TensorInfo): void;
  /** Room for n numbers while `use` runs. */
  scratch(n: number, use: (address: number) => void): void;
}

/** The memory of the backend, where the recorder says. */
export function heapOf(backend: BackendWasm, recorder: KernelRecorder): Heap {
  return {
    at: (tensor) => (tensor ? recorder.at(tensor) : 0),
    make: (shape) => recorder.make(shape),
    share: ({ dataId }) => backend.incRef(dataId),
    scratch(n, use) {
      const room = recorder.make([n]);
      try {
        use(recorder.at(room));
      } finally {
        backend.disposeData(room.dataId);
      }
    },
  };
}
