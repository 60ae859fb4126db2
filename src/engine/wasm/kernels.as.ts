// Float32 kernels in AssemblyScript, compiled by `npm run kernels` to kernels.wasm and, with products and sums in one
// instruction (multiply-add.as.ts), to kernels-relaxed.wasm. They work in place on the memory of TensorFlow.js's own
// wasm
// backend: arguments named a, b, x, … are byte addresses of row-major float32 data, sizes are counted in elements. No
// kernel allocates and none has static data: both would overwrite TensorFlow.js's heap.

export { gelu, geluGradient, relu, reluGradient } from "./activations.as";
export { attention, attentionGradient, splitHeads } from "./attention.as";
export { layerNorm, layerNormGainGradient, layerNormGradient } from "./layer-norm.as";
export {
  crossEntropy,
  crossEntropyGradient,
  logSigmoid,
  logSigmoidGradient,
  tokenLogProbs,
  tokenLogProbsGradient,
  weightedMean,
  weightedMeanGradient,
} from "./losses.as";
export { add, scale, sumRows, transpose } from "./matrix.as";
export { addMatMul, matMul, roomBytes, setRoom } from "./products.as";
export {
  embed,
  embedGradient,
  padding,
  gather,
  meanOverTokens,
  meanOverTokensGradient,
  prepend,
  prependGradient,
  takePart,
  takePartGradient,
} from "./tokens.as";
export { adamW, sumSquares } from "./optimiser.as";
