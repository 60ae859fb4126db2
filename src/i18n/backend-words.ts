import type { TFunction } from "i18next";
import type { BackendChoice } from "../worker/api";

/** How a backend computes, in the reader's language; the name of a GPU stays as it is. */
export function backendDetail(
  { hardware, workers }: Pick<BackendChoice, "hardware" | "workers">,
  t: TFunction<["app"]>,
): string {
  const detail = hardwareText(hardware, t);
  return workers > 1 ? t("backend.details.spread", { detail, count: workers }) : detail;
}

/** A backend and its kernels, in the reader's language: "WebAssembly, fused kernels". */
export function backendText(
  { name, fused }: Pick<BackendChoice, "name" | "fused">,
  t: TFunction<["app"]>,
): string {
  return t("backend.recordedOn", {
    backend: t(`backend.names.${name}`),
    kernels: t(`backend.kernels.${fused ? "fused" : "plain"}`),
  });
}

function hardwareText(hardware: BackendChoice["hardware"], t: TFunction<["app"]>): string {
  switch (hardware.kind) {
    case "gpu":
      return hardware.name;
    case "simd":
      return t("backend.details.simd", { count: hardware.threads });
    case "javascript":
      return t("backend.details.javascript");
    default:
      return hardware satisfies never;
  }
}
