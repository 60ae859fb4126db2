export { gelu, geluGradient, relu, reluGradient } from "./activations.as";
export { attention, attentionGradient, splitHeads } from "./attention.as";
export { layerNorm, layerNormGainGradient, layerNormGradient } from "./layer-norm.as";
export { add, addMatMul, matMul, scale, sumRows, transpose } from "./matrix.as";
export {
  embed,
  embedGradient,
  padding,
  pickRows,
  putInFront,
  putInFrontGradient,
  takePart,
  takePartGradient,
} from "./tokens.as";
export { adamW, crossEntropy, crossEntropyGradient, sumSquares } from "./training.as";
