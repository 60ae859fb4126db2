/** What the kernels have done since the last reset. It is counted as they run, not computed from formulas. */
export const counters = {
  /** Multiplications and additions in matrix products and attention; everything else adds a few per cent. */
  flops: 0,
  /** Programs started on the GPU; 0 on other backends. */
  dispatches: 0,
};

export function resetCounters(): void {
  counters.flops = 0;
  counters.dispatches = 0;
}
