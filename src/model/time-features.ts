/**
 * Features of the time t of each picture (B, F), t from 0 (noise) to 1: sines, then cosines, at F / 2 frequencies from 2
 * to 200. Vaswani et al. 2017, as in diffusion models.
 */
export function timeFeatures(times: readonly number[], features: number): Float32Array {
  const half = features / 2;
  const values = new Float32Array(times.length * features);
  times.forEach((t, row) => {
    for (let i = 0; i < half; i++) {
      const angle = 2 * t * Math.exp((Math.log(100) * i) / (half - 1));
      values[row * features + i] = Math.sin(angle);
      values[row * features + half + i] = Math.cos(angle);
    }
  });
  return values;
}
