import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import type { KernelRecorder } from "./kernel-recorder";

/** What a kernel sees of the backend: addresses of tensors, and memory for new ones. */
export interface Heap {
  /** Byte address of a tensor; 0 for none. */
  at(tensor: TensorInfo | undefined): number;
  make(shape: readonly number[]): TensorInfo;
  /** Adds an owner to a tensor's memory; it is freed with the last one. */
  share(tensor: TensorInfo): void;
  /** Memory for n floats while `use` runs. */
  scratch(n: number, use: (address: number) => void): void;
}

/** The memory of the backend. The recorder decides on addresses. */
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
