import { zipSync } from "fflate";
import type { Base } from "../../bases/base";
import { exportPeft } from "../../export/hf-peft";
import type { Refusal } from "../../export/layout";
import { decodeTensors } from "../../lib/safetensors";
import type { LaneSpec } from "../../training/race-spec";

export type Packed =
  | { readonly ok: true; readonly zip: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly refusal: Refusal };

/** Turns a lane's saved adapter into a zip of the two files that HF PEFT loads. */
export function packPeft(saved: Uint8Array, { method, options }: LaneSpec, base: Base): Packed {
  const { tensors, metadata } = decodeTensors(saved);
  const steps = Number(metadata.step ?? 0);
  const written = exportPeft({ method, options, base: base.id, config: base.config, steps, tensors });
  return written.ok ? { ok: true, zip: Uint8Array.from(zipSync({ ...written.files })) } : written;
}
