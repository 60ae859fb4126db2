import type { TFunction } from "i18next";
import type { BackendChoice } from "../worker/api";

/** How a backend computes, in the reader's language; the name of a GPU stays as it is. */
export function backendDetail(
  { detail, workers }: Pick<BackendChoice, "detail" | "workers">,
  t: TFunction<["app"]>,
): string {
  const threads = /^SIMD, (\d+) threads?$/.exec(detail)?.[1];
  const hardware = threads ? t("backend.details.simd", { count: Number(threads) }) : detail;
  return workers > 1 ? t("backend.details.spread", { detail: hardware, count: workers }) : hardware;
}

/** Where a recording was made ("wasm, fused kernels"), in the reader's language; something else stays as it is. */
export function recordedOn(made: string, t: TFunction<["app"]>): string {
  const [, name, kernels] = /^(webgpu|wasm|cpu), (fused|plain) kernels$/.exec(made) ?? [];
  if (!name || !kernels) return made;
  const isFused = kernels === "fused";
  return t("backend.recordedOn", {
    backend: t(`backend.names.${name as BackendChoice["name"]}`),
    kernels: t(`backend.kernels.${isFused ? "fused" : "plain"}`),
  });
}
