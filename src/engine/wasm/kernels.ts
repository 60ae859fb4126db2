import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/** What the kernels' modules export; documented in the *.as.ts files. Numbers are byte addresses or element counts. */
export interface Kernels {
  roomBytes(): number;
  setRoom(address: number): void;
  add(x: number, y: number, z: number, n: number): void;
  scale(x: number, y: number, n: number, factorAddress: number, factor: number): void;
  sumRows(x: number, y: number, rows: number, columns: number): void;
  transpose(x: number, y: number, rows: number, columns: number): void;
  matMul(
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bias: number,
    c: number,
    m: number,
    k: number,
    n: number,
  ): void;
  addMatMul(
    start: number,
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    c: number,
    m: number,
    k: number,
    n: number,
  ): void;
  gelu(x: number, y: number, n: number): void;
  geluGradient(x: number, dy: number, dx: number, n: number): void;
  relu(x: number, y: number, n: number): void;
  reluGradient(x: number, dy: number, dx: number, n: number): void;
  layerNorm(x: number, gain: number, bias: number, y: number, rows: number, n: number): void;
  layerNormGradient(x: number, gain: number, dy: number, dx: number, rows: number, n: number): void;
  layerNormGainGradient(x: number, dy: number, dGain: number, rows: number, n: number): void;
  splitHeads(x: number, y: number, b: number, t: number, h: number, d: number, merge: boolean): void;
  attention(
    q: number,
    k: number,
    v: number,
    hidden: number,
    out: number,
    probabilities: number,
    scratch: number,
    batch: number,
    heads: number,
    queries: number,
    keys: number,
    depth: number,
    causal: boolean,
  ): void;
  attentionGradient(
    q: number,
    k: number,
    v: number,
    probabilities: number,
    dOut: number,
    dq: number,
    dk: number,
    dv: number,
    scratch: number,
    batch: number,
    heads: number,
    queries: number,
    keys: number,
    depth: number,
    causal: boolean,
  ): void;
  embed(
    token: number,
    position: number,
    ids: number,
    out: number,
    rows: number,
    t: number,
    c: number,
    offset: number,
  ): void;
  embedGradient(
    ids: number,
    dy: number,
    dWeight: number,
    rows: number,
    t: number,
    c: number,
    weightRows: number,
    offset: number,
  ): void;
  prepend(rows: number, x: number, y: number, batch: number, front: number, rest: number): void;
  prependGradient(dy: number, dRows: number, batch: number, front: number, rest: number): void;
  takePart(x: number, y: number, batch: number, whole: number, part: number, offset: number): void;
  takePartGradient(dy: number, dx: number, batch: number, whole: number, part: number, offset: number): void;
  padding(ids: number, hidden: number, batch: number, t: number, front: number): void;
  meanOverTokens(x: number, ids: number, y: number, batch: number, t: number, c: number): void;
  meanOverTokensGradient(ids: number, dy: number, dx: number, batch: number, t: number, c: number): void;
  gather(rows: number, x: number, out: number, count: number, c: number): void;
  crossEntropy(
    logits: number,
    targets: number,
    weights: number,
    normaliser: number,
    loss: number,
    scratch: number,
    rows: number,
    v: number,
  ): void;
  crossEntropyGradient(
    logits: number,
    targets: number,
    weights: number,
    normaliser: number,
    dLoss: number,
    dLogits: number,
    rows: number,
    v: number,
  ): void;
  tokenLogProbs(logits: number, targets: number, out: number, scratch: number, rows: number, v: number): void;
  tokenLogProbsGradient(
    logits: number,
    targets: number,
    dy: number,
    dLogits: number,
    rows: number,
    v: number,
  ): void;
  logSigmoid(x: number, y: number, n: number): void;
  logSigmoidGradient(x: number, dy: number, dx: number, n: number): void;
  weightedMean(x: number, weights: number, normaliser: number, mean: number, n: number): void;
  weightedMeanGradient(weights: number, normaliser: number, dMean: number, dx: number, n: number): void;
  sumSquares(x: number, n: number): number;
  adamW(
    p: number,
    g: number,
    m: number,
    v: number,
    n: number,
    rate: number,
    b1: number,
    b2: number,
    epsilon: number,
    decay: number,
    clip: number,
    c1: number,
    c2: number,
  ): void;
}

/**
 * Instantiates our kernels on the memory of TensorFlow.js's wasm backend, so that they work on its tensors in place.
 * Throws where the machine has no SIMD or the backend's memory cannot be reached.
 */
export async function loadKernels(backend: BackendWasm, bytes: BufferSource): Promise<Kernels> {
  const memory = backend.wasm as unknown as {
    asm?: { memory?: WebAssembly.Memory };
    wasmMemory?: WebAssembly.Memory;
    _malloc(bytes: number): number;
  };
  const shared = memory.asm?.memory ?? memory.wasmMemory;
  if (!shared) throw new Error("the memory of TensorFlow.js's wasm backend is out of reach");
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory: shared, log: Math.log } });
  const kernels = instance.exports as unknown as Kernels;
  kernels.setRoom(memory._malloc(kernels.roomBytes()));
  return kernels;
}
