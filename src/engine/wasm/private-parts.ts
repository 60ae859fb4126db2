import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { requireParts } from "../private-parts";

/** What we use of the wasm backend's module, which has no types. */
export interface WasmModule {
  _malloc: (bytes: number) => number;
  _free: (address: number) => void;
  /** All memory; another array once it has grown. */
  readonly HEAPU8: Uint8Array;
  readonly tfjs: {
    registerTensor(id: number, size: number, address: number): void;
    disposeData(id: number): void;
  };
}

/** The stock kernels that ours replace. */
const replaced = [tf.Add, tf.Identity, tf.BatchMatMul];

/** The module of the backend. `requireWasmParts` checks that it is as this type says. */
export function moduleOf(backend: BackendWasm): WasmModule {
  return backend.wasm as unknown as WasmModule;
}

/**
 * Throws PrivatePartsError where the wasm backend is not as the recorder and our kernels expect it: they call its
 * allocator, place tensors at addresses of their choice, and watch `move` to see what stock kernels make.
 */
export function requireWasmParts(backend: BackendWasm): void {
  const parts = {
    "wasm._malloc": "function",
    "wasm._free": "function",
    "wasm.HEAPU8": "object",
    "wasm.tfjs.registerTensor": "function",
    "wasm.tfjs.disposeData": "function",
    move: "function",
    makeOutput: "function",
    getMemoryOffset: "function",
    refCount: "function",
    incRef: "function",
    disposeData: "function",
    "dataIdMap.get": "function",
  } as const;
  requireParts(backend, parts, {
    "move is called for every tensor that is made": () => movesSeen(backend) === 1,
    "makeOutput places a tensor at an address": () => placesTensors(backend),
    "stock kernels can be replaced": () => replaced.every((name) => tf.getKernel(name, "wasm")?.kernelFunc),
    "stock kernels free what they are given through _free": () => freesThroughModule(backend),
  });
}

/** How often `move` is called while one tensor is made from JavaScript values. */
function movesSeen(backend: BackendWasm): number {
  const { move } = backend;
  let seen = 0;
  backend.move = (...given) => {
    seen++;
    move.apply(backend, given);
  };
  try {
    tf.tensor1d([1]).dispose();
  } finally {
    backend.move = move;
  }
  return seen;
}

/** Whether a tensor that is made at an address has that address, and reads its values from there. */
function placesTensors(backend: BackendWasm): boolean {
  const { _malloc, HEAPU8 } = moduleOf(backend);
  if (!(HEAPU8 instanceof Uint8Array)) return false;
  const address = _malloc(12) >>> 0;
  const { dataId } = backend.makeOutput([3], "float32", address);
  moduleOf(backend).HEAPU8.set(new Uint8Array(Float32Array.of(1, 2, 3).buffer), address);
  const isThere =
    backend.getMemoryOffset(dataId) === address &&
    backend.dataIdMap.get(dataId).memoryOffset === address &&
    backend.refCount(dataId) === 1 &&
    tf.util.arraysEqual(Array.from(backend.readSync(dataId) as Float32Array), [1, 2, 3]);
  backend.disposeData(dataId);
  return isThere;
}

/** Whether disposing a tensor calls the module's `_free` with the tensor's address. */
function freesThroughModule(backend: BackendWasm): boolean {
  const module = moduleOf(backend);
  // Its first call replaces the function itself.
  module._free(module._malloc(4));
  const { _free } = module;
  const { dataId } = backend.makeOutput([1], "float32");
  const address = backend.getMemoryOffset(dataId);
  const freed: number[] = [];
  module._free = (at) => {
    freed.push(at >>> 0);
    _free(at);
  };
  try {
    backend.disposeData(dataId);
  } finally {
    module._free = _free;
  }
  return freed.join() === String(address);
}
