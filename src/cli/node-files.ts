// Node loads the whole package, which registers the gradients of TensorFlow.js; the worker loads only what it needs.
import "@tensorflow/tfjs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EngineFiles } from "../engine/engine";
import type { CheckpointSource } from "../training/load-base";

const root = new URL("../../", import.meta.url);

/** Path of a file of the repository. */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(path, root));
}

/** The engine's compiled files, read from disk. Never the relaxed kernels: recorded results should not depend on the machine. */
export const nodeEngineFiles: EngineFiles = {
  kernels: () => readFile(repositoryPath("src/engine/wasm/kernels.wasm")),
};

/** Reads a file below public/ as text. */
export const readPublicText = (path: string): Promise<string> =>
  readFile(repositoryPath(`public/${path}`), "utf8");

/** Reads a file below public/ as bytes. */
const readPublicBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(repositoryPath(`public/${path}`)));

/** Checkpoints of another folder, data below public/. */
export function checkpointsIn(folder: string): CheckpointSource {
  const pathOf = (path: string): string => join(folder, basename(path));
  return {
    readText: (path) => (path.startsWith("data/") ? readPublicText(path) : readFile(pathOf(path), "utf8")),
    readBytes: async (path) => new Uint8Array(await readFile(pathOf(path))),
  };
}

/** Checkpoints and data below public/. */
export const nodeCheckpoints: CheckpointSource = { readText: readPublicText, readBytes: readPublicBytes };
