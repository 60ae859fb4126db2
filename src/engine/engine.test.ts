import * as tf from "@tensorflow/tfjs-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import type { startEngine as Start } from "./engine";

/** Of a module that has started no engine yet. */
let startEngine: typeof Start;
beforeEach(async () => {
  vi.resetModules();
  ({ startEngine } = await import("./engine"));
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** From now on, what our module exports under this name does something else. */
function replaceKernel(name: string, replacement: () => void): void {
  const instantiate = WebAssembly.instantiate as (
    bytes: BufferSource,
    imports: WebAssembly.Imports,
  ) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  vi.spyOn(WebAssembly, "instantiate").mockImplementation((async (
    bytes: BufferSource,
    imports: WebAssembly.Imports,
  ) => {
    const made = await instantiate(bytes, imports);
    if (!("attention" in made.instance.exports)) return made;
    return { ...made, instance: { exports: { ...made.instance.exports, [name]: replacement } } };
  }) as unknown as typeof WebAssembly.instantiate);
}

const sums = (): number[] => [
  ...tf.tidy(() => tf.add(tf.tensor1d([1, 2]), tf.tensor1d([10, 20])).dataSync()),
];

it.each([
  ["computes wrong numbers", () => {}],
  [
    "ends in an error",
    () => {
      throw new WebAssembly.RuntimeError("unreachable");
    },
  ],
])(
  "a kernel that %s leaves the plain operations, on TensorFlow.js's own kernels; sound ones are taken later",
  async (_, kernel) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    replaceKernel("add", kernel);
    const plain = await startEngine("wasm", nodeEngineFiles);
    expect(plain).toMatchObject({ fused: false, record: null });
    expect(sums()).toEqual([11, 22]);
    vi.restoreAllMocks();
    const sound = await startEngine("wasm", nodeEngineFiles);
    expect(sound.fused).toBe(true);
    expect(sound.record).not.toBeNull();
    expect(sums()).toEqual([11, 22]);
  },
);

it("files that cannot be had leave the plain operations", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const lost = { kernels: () => Promise.reject(new Error("lost")) };
  expect(await startEngine("wasm", lost)).toMatchObject({ backend: "wasm", fused: false });
});
