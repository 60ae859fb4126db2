import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { TensorInfo } from "@tensorflow/tfjs-core";

/** A place in memory and a way to make more: what a kernel sees of the backend. */
export interface Heap {
  /** Byte address of a tensor; 0 for none. */
  at(tensor: TensorInfo | undefined): number;
  make(shape: readonly number[]): TensorInfo;
  /** Room for n numbers while `use` runs. */
  scratch(n: number, use: (address: number) => void): void;
}

/** The memory of the backend. */
export function heapOf(backend: BackendWasm): Heap {
  return {
    at: (tensor) => (tensor ? backend.getMemoryOffset(tensor.dataId) : 0),
    make: (shape) => backend.makeOutput([...shape], "float32"),
    scratch(n, use) {
      const room = backend.makeOutput([n], "float32");
      use(backend.getMemoryOffset(room.dataId));
      backend.disposeData(room.dataId);
    },
  };
}
