import type { Base } from "../../bases/base";
import { adapterBundle, type Bundle } from "../../export/bundle";
import { exportPeft } from "../../export/hf-peft";
import type { Contents } from "../../export/readme";
import { parseOptions } from "../../lib/options";
import type { PlainTensor } from "../../lib/safetensors";
import { sizeOf } from "../../lib/shape";
import { findMethod } from "../../methods/index";
import type { Part } from "../../methods/method";
import type { LaneSpec } from "../../training/race-spec";
import { type ExportRefusal, oneStack } from "./pack-export";

/** What a lane can be exported as: null, or why not. Known before anything is trained, from the shapes alone. */
export function exportOffers(
  lane: Pick<LaneSpec, "method" | "options">,
  base: Base,
): Readonly<Record<Contents, ExportRefusal | null>> {
  const method = findMethod(lane.method);
  const config = oneStack(base.config);
  if (!method || !config)
    return { adapter: "two-stacks", "base-and-adapter": "two-stacks", merged: "two-stacks" };
  const options = parseOptions(method.options, lane.options);
  const stored = method.parts(config, options).filter(({ kept, stored: isStored }) => kept || isStored);
  const adapter = { method: method.id, options, config, steps: 0, tensors: zerosOf(stored) };
  const refusal = (made: Pick<Bundle, "ok"> & { refusal?: ExportRefusal }): ExportRefusal | null =>
    made.ok ? null : (made.refusal ?? null);
  return {
    adapter: refusal(adapterBundle(adapter, "")),
    "base-and-adapter": refusal(exportPeft(adapter)),
    merged: method.mergeable ? null : "not-mergeable",
  };
}

function zerosOf(parts: readonly Part[]): Record<string, PlainTensor> {
  return Object.fromEntries(
    parts.map(({ name, shape }) => [name, { shape, data: new Float32Array(sizeOf(shape)) }]),
  );
}
