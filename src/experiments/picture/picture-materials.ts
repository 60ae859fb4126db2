import type { BaseCard } from "../../bases/base";
import { creaturesBase, type PictureBase } from "../../bases/creatures";
import { createRandom } from "../../lib/random";
import type { PlainTensor } from "../../lib/safetensors";
import { initialParams } from "../../model/init";
import { type CheckpointSource, loadCheckpoint } from "../../training/load-base";
import type { PictureSpec } from "./picture-spec";

/** A base that draws, before a backend is involved. */
export interface PictureMaterials {
  readonly base: PictureBase;
  readonly params: Readonly<Record<string, PlainTensor>>;
  /** null for untrained weights. */
  readonly card: BaseCard | null;
}

/** Loads the base, or initialises it at random. `progress` gets the share of the file read. Throws CheckpointError. */
export async function loadPictureBase(
  { from }: Pick<PictureSpec, "from">,
  source: CheckpointSource,
  progress: (share: number) => void,
): Promise<PictureMaterials> {
  const base = creaturesBase;
  if (from === "untrained")
    return { base, params: initialParams(base.config, createRandom(base.recipe.seed)), card: null };
  return { base, ...(await loadCheckpoint(base, from, source, progress)) };
}
