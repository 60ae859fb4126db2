/** What the kernels have done since the last reset: counted as they run, not from formulas. */
export const counters = {
  /** Multiplications and additions of matrix products and attention; everything else is a few per cent of them. */
  flops: 0,
  /** Programs started on the GPU; 0 on other backends. */
  dispatches: 0,
};

export function resetCounters(): void {
  counters.flops = 0;
  counters.dispatches = 0;
}
