import plainWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simdWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import threadedWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import { relaxedSimd } from "wasm-feature-detect";
import kernels from "../engine/wasm/kernels.wasm?url";
import relaxedKernels from "../engine/wasm/kernels-relaxed.wasm?url";
import { publicFile } from "../lib/public-file";
import { ownDataFolder } from "../tasks/own/place";
import { fetchBytes, fetchText } from "./fetch-files";
import { readOwnData } from "./read-own-data";
import type { Sources } from "./sources";

/** Where a worker in the browser finds the engine's files, checkpoints and data. */
export const browserSources: Sources = {
  engine: {
    kernels: async () => {
      const address = (await relaxedSimd()) ? relaxedKernels : kernels;
      return (await fetchBytes(address, () => {})) as Uint8Array<ArrayBuffer>;
    },
    wasmPaths: {
      "tfjs-backend-wasm.wasm": plainWasm,
      "tfjs-backend-wasm-simd.wasm": simdWasm,
      "tfjs-backend-wasm-threaded-simd.wasm": threadedWasm,
    },
  },
  checkpoints: {
    readText: (path) =>
      path.startsWith(ownDataFolder)
        ? readOwnData(path.slice(ownDataFolder.length))
        : fetchText(publicUrl(path)),
    readBytes: (path, progress) => fetchBytes(publicUrl(path), progress),
  },
};

/** Address of a file below public/: beside index.html, wherever the site is hosted. */
function publicUrl(path: string): string {
  return new URL(publicFile(path), siteRoot()).href;
}

/** In a build the workers are in assets/, one folder below index.html. */
function siteRoot(): string {
  return import.meta.env.DEV ? self.location.origin : new URL("../", self.location.href).href;
}
