/**
 * a · b + c, four values at a time. In kernels-relaxed.wasm it is one instruction, rounded once, where the processor has
 * such an instruction (the WebAssembly engine decides); in kernels.wasm it is always two.
 */
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
