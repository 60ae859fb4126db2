/** A GPU by its name, or a computer whose GPU shares its memory. */
export interface Gpu {
  readonly id: string;
  readonly name: string;
  readonly gigabytes: number;
  /** Of the memory, what training may use. */
  readonly share: number;
  readonly maker: "nvidia" | "amd" | "apple";
}

/** macOS leaves the GPU about two thirds of the memory, on larger machines three quarters. */
const unified = 2 / 3;

/** In order of their memory. */
export const gpus = [
  { id: "apple-16", name: "Apple, 16 GB", gigabytes: 16, share: unified, maker: "apple" },
  { id: "t4", name: "T4, 16 GB", gigabytes: 16, share: 1, maker: "nvidia" },
  { id: "apple-32", name: "Apple, 32 GB", gigabytes: 32, share: unified, maker: "apple" },
  { id: "l4", name: "L4, 24 GB", gigabytes: 24, share: 1, maker: "nvidia" },
  { id: "rtx-3090", name: "RTX 3090, 24 GB", gigabytes: 24, share: 1, maker: "nvidia" },
  { id: "rtx-4090", name: "RTX 4090, 24 GB", gigabytes: 24, share: 1, maker: "nvidia" },
  { id: "a100-40", name: "A100, 40 GB", gigabytes: 40, share: 1, maker: "nvidia" },
  { id: "apple-64", name: "Apple, 64 GB", gigabytes: 64, share: unified, maker: "apple" },
  { id: "a100-80", name: "A100, 80 GB", gigabytes: 80, share: 1, maker: "nvidia" },
  { id: "h100", name: "H100, 80 GB", gigabytes: 80, share: 1, maker: "nvidia" },
  { id: "apple-128", name: "Apple, 128 GB", gigabytes: 128, share: unified, maker: "apple" },
  { id: "mi300x", name: "MI300X, 192 GB", gigabytes: 192, share: 1, maker: "amd" },
] as const satisfies readonly Gpu[];

/** "other": by its memory. */
export type GpuId = (typeof gpus)[number]["id"] | "other";

/**
 * Bytes that training may fill. Memory is sold as powers of two: a GPU of 24 GB has 25.8 billion bytes. 24 billion are
 * counted, and the rest is for the driver and for gaps.
 */
export function usableBytes({ gigabytes, share }: Pick<Gpu, "gigabytes" | "share">): number {
  return gigabytes * share * 1e9;
}

/**
 * Of the usable bytes, what a need by our formula may come to and be sure to fit: where it was held to a measurement, 12 %
 * of the peak were missing (src/counting/training-memory.test.ts).
 */
export const sureShare = 0.88;

/** fits: surely. tight: by the formula only. */
export type Verdict = "fits" | "tight" | "tooMuch";

export function verdictOf(need: number, have: number): Verdict {
  if (need <= sureShare * have) return "fits";
  return need <= have ? "tight" : "tooMuch";
}

/** The bytes that training may fill on the GPU of a project. */
export function bytesOf(project: { readonly gpu: GpuId; readonly gigabytes: number }): number {
  const gpu = gpus.find(({ id }) => id === project.gpu);
  return usableBytes(gpu ?? { gigabytes: project.gigabytes, share: 1 });
}

/** null where only the memory was said. */
export function makerOf(project: { readonly gpu: GpuId }): Gpu["maker"] | null {
  return gpus.find(({ id }) => id === project.gpu)?.maker ?? null;
}
