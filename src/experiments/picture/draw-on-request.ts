import type { Engine } from "../../engine/engine";
import { decodeTensors } from "../../lib/safetensors";
import { findPictureMethod } from "../../methods/picture-methods";
import { tokensHead } from "../../model/config";
import type { Edits } from "../../model/edits";
import type { Model } from "../../model/transformer";
import { AdapterMisfitError } from "../../training/adapter-file";
import { combineEdits } from "../../training/combine-edits";
import { drawPictures } from "../../training/draw-pictures";
import { scaleEdits } from "../../training/scale-edits";
import { TrainingSession } from "../../training/session";
import { toAsked } from "./asked";
import type { DrawRequest, DrawResult } from "./draw-request";

/**
 * Draws with adapters on a base; `lanes`: the edits of those in training. Throws RangeError for a lane that is not there,
 * TensorFileError or AdapterMisfitError for a file that is no adapter of this base.
 */
export async function drawOnRequest(
  engine: Engine,
  base: Model,
  lanes: readonly Edits[],
  { asks, adapters, frames: wantsFrames, ...settings }: DrawRequest,
): Promise<DrawResult> {
  const opened: TrainingSession[] = [];
  try {
    const edits: Edits[] = [];
    for (const adapter of adapters) {
      const own =
        "file" in adapter ? await openAdapter(engine, base, adapter.file, opened) : lanes[adapter.lane];
      if (!own) throw new RangeError("there is no such lane");
      edits.push(scaleEdits(own, adapter.strength, engine.ops));
    }
    const subject = { ops: engine.ops, model: base, edits: combineEdits(edits) };
    const frames: (readonly Float32Array[])[] = [];
    const keep = (pictures: readonly Float32Array[]): void => void frames.push(pictures);
    const pictures = await drawPictures(subject, asks.map(toAsked), settings, wantsFrames ? keep : undefined);
    return { pictures, frames };
  } finally {
    for (const session of opened) session.dispose();
  }
}

/** Puts a saved adapter on the base; the session is added to those to dispose. */
async function openAdapter(
  engine: Engine,
  base: Model,
  file: Uint8Array,
  opened: TrainingSession[],
): Promise<Edits> {
  const { method: id = "", options = "{}" } = decodeTensors(file).metadata;
  const method = findPictureMethod(id);
  if (!method) throw new AdapterMisfitError(`method: ${id || "–"}`);
  const session = new TrainingSession(engine, base, {
    method,
    options: JSON.parse(options),
    seed: 0,
    head: tokensHead,
  });
  opened.push(session);
  await session.load(file);
  return session.edits;
}
