// Float32 kernels in AssemblyScript, compiled by `npm run kernels` to kernels.wasm. They work in place on the memory
// of TensorFlow.js's own wasm backend: arguments named a, b, x, … are byte addresses of row-major float32 data, sizes
// are counted in elements. No kernel allocates and none has static data: both would overwrite TensorFlow.js's heap.

export { attention, attentionGradient, splitHeads } from "./attention.as";
export { layerNorm, layerNormGainGradient, layerNormGradient } from "./layer-norm.as";
export { add, addMatMul, matMul, scale, sumRows, transpose } from "./matrix.as";
export { gelu, geluGradient } from "./softmax.as";
export {
  adamW,
  crossEntropy,
  crossEntropyGradient,
  embed,
  embedGradient,
  pickRows,
  putInFront,
  putInFrontGradient,
  sumSquares,
} from "./training.as";
