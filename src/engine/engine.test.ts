import { readFileSync } from "node:fs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nodeEngineFiles, repositoryPath } from "../cli/node-files";
import type { startEngine as Start } from "./engine";
import { testedVersion } from "./private-parts";

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

describe("a TensorFlow.js that is built otherwise", () => {
  /** Starts on a backend whose part is replaced, and gives it back: the plain operations must run, and say why. */
  async function expectPlain(
    owner: object,
    part: string,
    replacement: unknown,
    named: string,
  ): Promise<void> {
    const own = Object.getOwnPropertyDescriptor(owner, part);
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    Object.defineProperty(owner, part, { value: replacement, configurable: true, writable: true });
    try {
      expect(await startEngine("wasm", nodeEngineFiles)).toMatchObject({ fused: false, record: null });
      expect(warn.mock.calls.flat().map(String).join()).toContain(named);
      expect(sums()).toEqual([11, 22]);
    } finally {
      if (own) Object.defineProperty(owner, part, own);
      else Reflect.deleteProperty(owner, part);
    }
    expect((await startEngine("wasm", nodeEngineFiles)).fused).toBe(true);
  }
  let backend: BackendWasm;
  beforeEach(async () => {
    await startEngine("wasm", nodeEngineFiles);
    backend = tf.backend() as BackendWasm;
    vi.resetModules();
    ({ startEngine } = await import("./engine"));
  });

  it("without a part that we call", () => expectPlain(backend, "refCount", undefined, "refCount"));

  it("whose tensors are made without move", async () => {
    const write = (values: Float32Array | null, shape: number[], type: "float32"): object => {
      const dataId = {};
      Reflect.apply(move, backend, [dataId, values, shape, type, 1]);
      return dataId;
    };
    const { move } = backend;
    await expectPlain(backend, "write", write, "move is called");
  });

  it("that does not place a tensor where it is told", async () => {
    const { makeOutput } = backend;
    const elsewhere = (shape: number[], type: "float32"): tf.TensorInfo =>
      Reflect.apply(makeOutput, backend, [shape, type]) as tf.TensorInfo;
    await expectPlain(backend, "makeOutput", elsewhere, "makeOutput places");
  });
});

it("the versions of TensorFlow.js are pinned to the one whose private parts are known", () => {
  const { dependencies } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const pinned = Object.entries(dependencies).filter(([name]) => name.startsWith("@tensorflow/"));
  expect(pinned.length).toBeGreaterThan(3);
  for (const [name, version] of pinned) expect(version, name).toBe(testedVersion);
  expect(tf.version_core).toBe(testedVersion);
});

it("files that cannot be had leave the plain operations", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const lost = { kernels: () => Promise.reject(new Error("lost")) };
  expect(await startEngine("wasm", lost)).toMatchObject({ backend: "wasm", fused: false });
});
