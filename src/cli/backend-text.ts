import type { Engine, Hardware } from "../engine/engine";

/** What computed a result, as the result files say it: "wasm (SIMD, 1 thread, fused kernels)". */
export function backendText({ backend, hardware, fused }: Engine): string {
  return `${backend} (${hardwareText(hardware)}, ${fused ? "fused" : "plain"} kernels)`;
}

/** The hardware in English: "SIMD, 1 thread". */
export function hardwareText(hardware: Hardware): string {
  switch (hardware.kind) {
    case "gpu":
      return hardware.name;
    case "simd":
      return `SIMD, ${hardware.threads} ${hardware.threads === 1 ? "thread" : "threads"}`;
    case "javascript":
      return "JavaScript";
    default:
      return hardware satisfies never;
  }
}
